#include "fonts/charset/file_code.h"

#include <algorithm>
#include <utility>

#include "fonts/charset/codecs.h"

namespace madoguchi::fonts {

namespace {

constexpr std::array<std::string_view, 4> area_names = {"jis", "nec-row-13", "ibm", "nec-selected"};

Cp932Area area_of(const CodedText& coded) {
    const auto lead = static_cast<std::uint8_t>(coded.code[0]);
    if (lead == 0x87) return Cp932Area::NecRow13;
    if (lead == 0xed || lead == 0xee) return Cp932Area::NecSelected;
    return lead >= 0xfa ? Cp932Area::Ibm : Cp932Area::Jis;
}

bool is_ebcdic(CharsetName name) {
    return name == CharsetName::Ibm930 || name == CharsetName::Ibm939 ||
           name == CharsetName::Ibm1390 || name == CharsetName::Ibm1399;
}

}  // namespace

std::string_view to_string(Cp932Area area) {
    return area_names[static_cast<std::size_t>(area)];
}

std::optional<Cp932Area> parse_cp932_area(std::string_view text) {
    const auto found = std::find(area_names.begin(), area_names.end(), text);
    if (found == area_names.end()) return std::nullopt;
    return static_cast<Cp932Area>(found - area_names.begin());
}

FileCode::FileCode(Cp932Order order) : charset_(CharsetName::Cp932) {
    std::vector<CodedText> pairs = probe_shift_jis_pairs("CP932");
    const auto rank = [&](const CodedText& coded) {
        return std::find(order.begin(), order.end(), area_of(coded)) - order.begin();
    };
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](const CodedText& a, const CodedText& b) { return rank(a) < rank(b); });
    cp932_pairs_ = std::make_shared<const CodeTable>(pairs, 2);
}

Recoded FileCode::decode(std::string_view bytes, CodeState& state, Part part) const {
    if (host_) return fonts::decode(bytes, *host_, state, part);
    return fonts::decode(bytes, charset_, state, part);
}

Recoded FileCode::encode(std::string_view text, CodeState& state, Part part) const {
    if (host_) return fonts::encode(text, *host_, state, part);
    if (!cp932_pairs_) return fonts::encode(text, charset_, state, part);
    Recoder recoder(text, state, part);
    encode_cp932(recoder, *cp932_pairs_);
    return recoder.finish();
}

Recoded FileCode::decode(std::string_view bytes) const {
    CodeState state;
    return decode(bytes, state, Part::Last);
}

Recoded FileCode::encode(std::string_view text) const {
    CodeState state;
    return encode(text, state, Part::Last);
}

std::optional<CharsetName> FileCode::charset() const {
    if (host_) return std::nullopt;
    return charset_;
}

bool FileCode::is_unicode() const {
    return !host_ && (charset_ == CharsetName::Utf8 || charset_ == CharsetName::Utf16Le ||
                      charset_ == CharsetName::Utf16Be);
}

std::string FileCode::name() const {
    return host_ ? host_->text().name : std::string(fonts::to_string(charset_));
}

std::string FileCode::text_of_code(std::string_view bytes) const {
    std::string code(bytes);
    if (host_ && bytes.size() <= 2 && !bytes.empty()) {
        const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
        const bool is_pair = bytes.size() == 2;
        const auto value = static_cast<std::uint16_t>(is_pair ? byte(0) << 8 | byte(1) : byte(0));
        return std::string(host_->decode({value, is_pair}));
    }
    if (!host_ && is_ebcdic(charset_) && bytes.size() == 2) code = "\x0e" + code + "\x0f";
    const Recoded text = decode(code);
    return text.whole() && count_graphemes(text.text) == 1 ? text.text : std::string();
}

}  // namespace madoguchi::fonts
