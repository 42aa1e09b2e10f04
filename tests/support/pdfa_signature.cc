// ISO 19005-2, 6.3 and 6.4.3: the field of a signature, and that it signs the whole file.
#include "tests/support/pdfa_rules.h"

namespace madoguchi::tests {

namespace {

void check_widget(QPDFObjectHandle widget, Violations& found) {
    constexpr long long printed = 4, invisible = 1, hidden = 2, no_view = 32;
    if (!widget.getKey("/Subtype").isNameAndEquals("/Widget"))
        found.push_back({"6.3.1", "an annotation that is no field"});
    const long long flags = widget.getKey("/F").isInteger() ? widget.getKey("/F").getIntValue() : 0;
    if ((flags & printed) == 0 || (flags & (invisible | hidden | no_view)) != 0)
        found.push_back({"6.3.2", "a field that is not printed or not seen"});
    QPDFObjectHandle appearance = widget.getKey("/AP");
    const bool is_plain = appearance.isDictionary() && appearance.getKeys().size() == 1 &&
                          appearance.getKey("/N").isStream();
    if (!is_plain) found.push_back({"6.3.3", "no plain appearance"});
}

bool signs_the_whole(const std::string& file, QPDFObjectHandle range) {
    if (!range.isArray() || range.getArrayNItems() != 4) return false;
    std::vector<std::size_t> at;
    for (QPDFObjectHandle number : range.getArrayAsVector())
        at.push_back(static_cast<std::size_t>(number.getIntValue()));
    return at[0] == 0 && at[2] + at[3] == file.size() && at[1] < at[2] && file[at[1]] == '<' &&
           file[at[2] - 1] == '>';
}

}  // namespace

void check_signature(const std::string& file, QPDF& pdf, Violations& found) {
    QPDFObjectHandle fields = pdf.getRoot().getKey("/AcroForm").getKey("/Fields");
    if (!fields.isArray() || fields.getArrayNItems() != 1) {
        found.push_back({"6.4.3", "not one signature"});
        return;
    }
    check_widget(fields.getArrayItem(0), found);
    QPDFObjectHandle signature = fields.getArrayItem(0).getKey("/V");
    if (!signature.isDictionary() || !signs_the_whole(file, signature.getKey("/ByteRange")))
        found.push_back({"6.4.3", "the signature does not cover the file"});
}

}  // namespace madoguchi::tests
