#include "templates/format/text.h"

#include <gtest/gtest.h>

#include "templates/format/format.h"

namespace madoguchi::templates::format {
namespace {

std::string print(std::string_view name, std::string_view value) {
    const Format* format = find_format(name);
    if (format == nullptr) return "<no format>";
    const Result<std::string> printed = format->function({value});
    return printed.ok() ? *printed : "<" + printed.findings().front().code + ">";
}

struct Case {
    std::string_view format;
    std::string_view value;
    std::string_view printed;
};

void expect_print(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        EXPECT_EQ(print(c.format, c.value), c.printed);
    }
}

TEST(TextFormats, PostalCodes) {
    expect_print({{"郵便番号", "1000001", "100-0001"},
                  {"郵便番号", "100-0001", "100-0001"},
                  {"郵便番号", "１００－０００１", "100-0001"},
                  {"郵便番号", "〒100-0001", "100-0001"},
                  {"郵便番号", "100ー0001", "100-0001"},
                  {"郵便番号〒", "1000001", "〒100-0001"},
                  {"郵便番号", "100000", "<format.bad-postal-code>"},
                  {"郵便番号", "10000012", "<format.bad-postal-code>"},
                  {"郵便番号", "10-00001", "<format.bad-postal-code>"},
                  {"郵便番号", "東京都", "<format.bad-postal-code>"}});
}

TEST(TextFormats, Telephones) {
    expect_print({{"電話番号", "09012345678", "090-1234-5678"},
                  {"電話番号", "０９０１２３４５６７８", "090-1234-5678"},
                  {"電話番号", "05012345678", "050-1234-5678"},
                  {"電話番号", "0120123456", "0120-123-456"},
                  {"電話番号", "08001234567", "0800-123-4567"},
                  {"電話番号", "0570123456", "0570-123-456"},
                  {"電話番号", "0312345678", "03-1234-5678"},
                  {"電話番号", "0612345678", "06-1234-5678"},
                  {"電話番号", "0422123456", "0422123456"},
                  {"電話番号", "0422-12-3456", "0422-12-3456"},
                  {"電話番号", "０４２２－１２－３４５６", "0422-12-3456"},
                  {"電話番号", "03(1234)5678", "03(1234)5678"},
                  {"電話番号", "+81312345678", "+81312345678"},
                  {"電話番号", "090123", "090123"},
                  {"電話番号", "なし", "なし"},
                  {"電話番号", "１&MJ003719;", "１&MJ003719;"},
                  {"電話番号", "０３１２３４５６７８ 内線５", "０３１２３４５６７８ 内線５"}});
}

TEST(TextFormats, FullWidth) {
    expect_print({{"全角", "abc XYZ 0189", "ａｂｃ　ＸＹＺ　０１８９"},
                  {"全角", "!~\\", "！～＼"},
                  {"全角", "ｱｲｳ", "アイウ"},
                  {"全角", "ｶﾞｷﾞﾊﾟﾋﾞ", "ガギパビ"},
                  {"全角", "ｳﾞﾜﾞｦﾞ", "ヴヷヺ"},
                  {"全角", "ｱﾞ", "ア゛"},
                  {"全角", "ﾞ", "゛"},
                  {"全角", "ｶﾟ", "カ\u309a"},
                  {"全角", "ﾅﾟ", "ナ゜"},
                  {"全角", "ｰ｡｢｣､･", "ー。「」、・"},
                  {"全角", "¥", "￥"},
                  {"全角", "漢字ひらがな", "漢字ひらがな"},
                  {"全角", "&MJ003719;a", "&MJ003719;ａ"},
                  {"全角", "a&MJ003719;&MJ12", "ａ&MJ003719;＆ＭＪ１２"},
                  {"全角", "0\ufe00", "0\ufe00"},
                  {"全角", "e\u0301", "e\u0301"},
                  {"全角", "辻\U000e0102A", "辻\U000e0102Ａ"}});
}

TEST(TextFormats, HalfWidth) {
    expect_print({{"半角", "ＡＢＣ　０１２", "ABC 012"},
                  {"半角", "ガパヴヷ", "ｶﾞﾊﾟｳﾞﾜﾞ"},
                  {"半角", "ヰヱヮヵヶ", "ヰヱヮヵヶ"},
                  {"半角", "ひらがな", "ひらがな"},
                  {"半角", "カ\u309a", "ｶﾟ"},
                  {"半角", "ナ\u309a", "ナ\u309a"},
                  {"半角", "￥、。", "¥､｡"},
                  {"半角", "〜", "〜"},
                  {"半角", "１&MJ003719;＆ガ", "1&MJ003719;&ｶﾞ"},
                  {"半角英数", "ガ１２Ａ　", "ガ12A "}});
}

TEST(TextFormats, Trim) {
    expect_print({{"前後の空白を除く", "　 山田　太郎 \n　", "山田　太郎"},
                  {"前後の空白を除く", " 　\t", ""},
                  {"前後の空白を除く", "〠", "〠"}});
}

TEST(Width, EveryHalfWidthFormComesBack) {
    std::string all;
    for (char c = 0x20; c < 0x7f; ++c)
        all += c;
    all += "｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    all += "ｶﾞｷﾞｸﾞｹﾞｺﾞｻﾞｼﾞｽﾞｾﾞｿﾞﾀﾞﾁﾞﾂﾞﾃﾞﾄﾞﾊﾞﾋﾞﾌﾞﾍﾞﾎﾞﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟｳﾞﾜﾞｦﾞｶﾟｷﾟｸﾟｹﾟｺﾟｾﾟﾂﾟﾄﾟ";
    const std::string full = print("全角", all);
    EXPECT_EQ(print("半角", full), all);
    EXPECT_EQ(print("全角", print("半角", full)), full);
}

}  // namespace
}  // namespace madoguchi::templates::format
