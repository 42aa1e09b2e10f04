#include "api/http/media_type.h"

#include <gtest/gtest.h>

namespace madoguchi::api::http {
namespace {

TEST(MediaType, IsReadWithItsCharset) {
    const std::pair<std::string_view, MediaType> cases[] = {
        {"application/json", {"application/json", ""}},
        {"Application/JSON ; Charset=UTF-8", {"application/json", "utf-8"}},
        {"text/plain;format=flowed;charset=\"Shift_JIS\"", {"text/plain", "shift_jis"}},
        {"text/plain; note=\"a\\\";charset=x\"; charset=utf-8;", {"text/plain", "utf-8"}},
        {"text/plain; charset=utf-8; charset=UTF-8", {"text/plain", "utf-8"}},
        {"text/plain; charset=utf-8; charset=sjis", {"text/plain", "utf-8,sjis"}},
        {"text/plain; charset", {"text/plain", ""}},
        {"text/plain; a=\"\\", {"text/plain", ""}},
        {"", {"", ""}},
    };
    for (const auto& [field, type] : cases) {
        EXPECT_EQ(read_media_type(field), type) << field;
    }
}

TEST(MediaType, TwoFieldsAreNone) {
    const Headers twice{{"Content-Type", "text/plain"}, {"content-type", "text/plain"}};
    EXPECT_EQ(media_type_of(twice), MediaType{});
    EXPECT_EQ(media_type_of({}), MediaType{});
}

TEST(MediaType, IsReadableInUtf8Only) {
    const std::vector<std::string> accepted{"application/json"};
    EXPECT_EQ(readable({"application/json", ""}, accepted), Readable::Yes);
    EXPECT_EQ(readable({"application/json", "utf-8"}, accepted), Readable::Yes);
    EXPECT_EQ(readable({"application/json", "shift_jis"}, accepted), Readable::OtherCharset);
    EXPECT_EQ(readable({"text/plain", "utf-8"}, accepted), Readable::OtherType);
    EXPECT_EQ(readable({"text/plain", "shift_jis"}, {}), Readable::Yes);
}

}  // namespace
}  // namespace madoguchi::api::http
