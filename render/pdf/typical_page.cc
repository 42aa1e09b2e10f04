#include "render/pdf/typical_page.h"

#include <array>

#include "render/pdf/operators.h"

namespace madoguchi::render::pdf {

namespace {

constexpr int fields = 40;
constexpr std::array<MilliPoints, 4> sizes = {11'000, 14'000, 9'000, 10'500};

/// Codes are given in the order of first use: low ones for what stands everywhere.
void append_codes(Operators& page, int field) {
    const int count = 4 + field * 5 % 11;
    page.begin_string();
    for (int i = 0; i < count; ++i) {
        const int spread = (field * 29 + i * i * 13) % 211;
        const auto code = static_cast<std::uint16_t>(1 + spread * (i % 4) / 3);
        page.character_codes({&code, 1});
    }
    page.end_string();
}

std::string words(int field) {
    constexpr std::array<std::string_view, 4> all = {
        "山田　花子", "令和８年４月１日", "ヤマダ　タロウ", "架空県みなと市本町1丁目2番3号"};
    return std::string(all[static_cast<std::size_t>(field) % all.size()]);
}

void append_field(Operators& page, int field) {
    std::string& out = page.out();
    const bool speaks = field % 2 == 0;
    if (speaks) page.begin_actual_text(words(field));
    out += "BT\n";
    page.font(field % 5 == 0 ? "S0" : "R0", sizes[static_cast<std::size_t>(field) % sizes.size()]);
    append_millipoints(out, 40'692 + field * 67'391 % 500'000);
    out += ' ';
    append_millipoints(out, 772'803 - field * 18'977);
    out += " Td\n";
    if (field % 4 == 1) out += '[';
    append_codes(page, field);
    if (field % 4 == 1) {
        append_integer(out, -241 + field % 2);
        append_codes(page, field + 1);
        out += "] TJ\nET\n";
    } else {
        out += " Tj\nET\n";
    }
    if (speaks) page.end_marked_content();
}

void append_mark(Operators& page, int field) {
    page.save();
    page.translate(350'787 + field * 21'260, 414'386 - field * 40'252);
    page.paint("M", static_cast<std::size_t>(field % 2));
    page.restore();
}

}  // namespace

std::string typical_page() {
    Operators page(StringForm::Literal);
    for (int field = 0; field < fields; ++field) {
        append_field(page, field);
        if (field % 3 == 2) append_mark(page, field);
    }
    return std::move(page).take();
}

}  // namespace madoguchi::render::pdf
