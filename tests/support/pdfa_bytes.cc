// ISO 19005-2, 6.1: what can only be seen in the bytes of a file.
#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>

#include <qpdf/QPDFTokenizer.hh>

#include "base/utf8.h"
#include "tests/support/pdfa_rules.h"

namespace madoguchi::tests {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

void check_header(const std::string& file, Violations& found) {
    const bool version = file.size() > 15 && file.starts_with("%PDF-1.") && file[7] >= '0' &&
                         file[7] <= '7' && (file[8] == '\n' || file[8] == '\r');
    if (!version) {
        found.push_back({"6.1.2", "the file does not start with %PDF-1.n"});
        return;
    }
    const std::size_t comment = file.find_first_not_of("\r\n", 8);
    bool binary = file[comment] == '%';
    for (std::size_t i = 1; i <= 4; ++i) {
        binary = binary && static_cast<unsigned char>(file[comment + i]) > 127;
    }
    if (!binary) found.push_back({"6.1.2", "no comment of four bytes above 127"});
}

void check_end(const std::string& file, Violations& found) {
    const std::size_t end = file.rfind("%%EOF");
    const std::string rest = end == std::string::npos ? "?" : file.substr(end + 5);
    if (rest != "" && rest != "\n" && rest != "\r" && rest != "\r\n") {
        found.push_back({"6.1.3", "data after %%EOF"});
    }
}

/// 6.1.4: "xref", one end of line, then sections of "first count" and entries of 20 bytes.
void check_xref(const std::string& file, Violations& found) {
    const std::size_t at = file.rfind("\nxref");
    if (at == std::string::npos) {
        found.push_back({"6.1.4", "no cross-reference table"});
        return;
    }
    const std::size_t line = at + 5;
    const bool one_end = file[line] == '\n' && is_digit(file[line + 1]);
    if (!one_end) found.push_back({"6.1.4", "xref is not followed by one end of line"});
}

bool is_bad_hex(const std::string& raw) {
    std::size_t digits = 0;
    for (std::size_t i = 1; i + 1 < raw.size(); ++i) {
        const auto c = static_cast<unsigned char>(raw[i]);
        if (std::isspace(c)) continue;
        if (!std::isxdigit(c)) return true;
        ++digits;
    }
    return digits % 2 == 1;
}

void check_number(const std::string& value, Violations& found) {
    long long number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool fits = read.ec == std::errc() && number >= -2147483648LL && number <= 2147483647LL;
    if (!fits) found.push_back({"6.1.13", "the integer " + value + " has more than 32 bits"});
}

void check_token(const QPDFTokenizer::Token& token, Violations& found) {
    const std::string raw = token.getRawValue();
    switch (token.getType()) {
        case QPDFTokenizer::tt_bad:
            found.push_back({raw.starts_with('<') ? "6.1.6" : "7.5", "a damaged token: " + raw});
            break;
        case QPDFTokenizer::tt_string:
            if (raw.starts_with('<') && is_bad_hex(raw)) {
                found.push_back({"6.1.6", "a hexadecimal string with an odd digit"});
            }
            if (token.getValue().size() > 32767) {
                found.push_back({"6.1.13", "a string of more than 32,767 bytes"});
            }
            break;
        case QPDFTokenizer::tt_name:
            if (token.getValue().size() > 128) {
                found.push_back({"6.1.13", "a name of more than 127 bytes"});
            }
            if (find_invalid_utf8(token.getValue())) {
                found.push_back({"6.1.8", "a name that is not UTF-8"});
            }
            break;
        case QPDFTokenizer::tt_integer:
            check_number(raw, found);
            break;
        default:
            break;
    }
}

/// The bytes of one object, up to "endobj" or to the data of its stream.
void check_tokens(const std::string& file, std::size_t at, Violations& found) {
    QPDFTokenizer tokenizer;
    tokenizer.includeIgnorable();
    for (; at < file.size(); ++at) {
        tokenizer.presentCharacter(file[at]);
        QPDFTokenizer::Token token;
        bool unread = false;
        char next = 0;
        if (!tokenizer.getToken(token, unread, next)) continue;
        if (token.getType() == QPDFTokenizer::tt_word &&
            (token.getValue() == "endobj" || token.getValue() == "stream")) {
            return;
        }
        check_token(token, found);
        if (token.getType() == QPDFTokenizer::tt_bad) return;
        if (unread) --at;
    }
}

/// 6.1.9: "12 0 obj" alone on its line, single spaces; "endobj" likewise.
void check_object_frame(const std::string& file, std::size_t at, std::size_t number,
                        Violations& found) {
    const std::string start = std::to_string(number) + " 0 obj";
    const bool before = at > 0 && (file[at - 1] == '\n' || file[at - 1] == '\r');
    const std::size_t end = at + start.size();
    const bool after = end < file.size() && (file[end] == '\n' || file[end] == '\r');
    if (!before || file.compare(at, start.size(), start) != 0 || !after) {
        found.push_back({"6.1.9", "object " + std::to_string(number) + " starts badly"});
    }
}

/// 6.1.7.1: line ends round the data, and a Length that says where it ends.
void check_stream(const std::string& file, std::size_t at, QPDFObjectHandle stream,
                  Violations& found) {
    std::size_t data = file.find("stream", at) + 6;
    if (file.compare(data, 2, "\r\n") == 0) {
        data += 2;
    } else if (file[data] == '\n') {
        data += 1;
    } else {
        found.push_back({"6.1.7.1", "stream is not followed by an end of line"});
        return;
    }
    QPDFObjectHandle length = stream.getDict().getKey("/Length");
    std::size_t end =
        data + static_cast<std::size_t>(length.isInteger() ? length.getIntValue() : 0);
    if (end < file.size() && file[end] == '\r') ++end;
    if (end < file.size() && file[end] == '\n') ++end;
    const bool line_before = end > 0 && (file[end - 1] == '\n' || file[end - 1] == '\r');
    if (!line_before || file.compare(end, 9, "endstream") != 0) {
        found.push_back({"6.1.7.1", "Length does not lead to endstream on a line of its own"});
    }
}

}  // namespace

void check_bytes(const std::string& file, QPDF& pdf, Violations& found) {
    check_header(file, found);
    check_end(file, found);
    check_xref(file, found);
    const auto table = pdf.getXRefTable();
    if (table.size() > 8388607) found.push_back({"6.1.13", "more than 8,388,607 objects"});
    for (const auto& [id, entry] : table) {
        if (entry.getType() != 1) {
            found.push_back({"7.5", "a compressed object, which our files do not have"});
            continue;
        }
        const auto at = static_cast<std::size_t>(entry.getOffset());
        check_object_frame(file, at, static_cast<std::size_t>(id.getObj()), found);
        check_tokens(file, at, found);
        QPDFObjectHandle object = pdf.getObjectByObjGen(id);
        if (object.isStream()) check_stream(file, at, object, found);
    }
}

}  // namespace madoguchi::tests
