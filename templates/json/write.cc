#include <algorithm>
#include <cstdint>

#include "templates/json/value.h"

namespace madoguchi::templates::json {

namespace {

constexpr std::size_t line_columns = 100;

void append_escaped(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\b':
            out += "\\b";
            return;
        case '\f':
            out += "\\f";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    const auto byte = static_cast<std::uint8_t>(c);
    out += "\\u00";
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

bool needs_escape(char c) {
    return c == '"' || c == '\\' || static_cast<std::uint8_t>(c) < 0x20;
}

bool is_container(const Value& value) {
    return value.array() != nullptr || value.object() != nullptr;
}

/// Holds no array and no object.
bool is_innermost(const Value& value) {
    if (const Array* items = value.array())
        return std::none_of(items->begin(), items->end(), is_container);
    if (const Object* members = value.object())
        return std::none_of(members->begin(), members->end(),
                            [](const Member& member) { return is_container(member.value); });
    return true;
}

/// What reads well in one line: lists of words and numbers, and objects of such and of plain
/// values.
bool is_simple(const Value& value) {
    const Object* members = value.object();
    if (members == nullptr) return is_innermost(value);
    return std::all_of(members->begin(), members->end(),
                       [](const Member& member) { return is_innermost(member.value); });
}

std::size_t count_columns(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<std::uint8_t>(c) & 0xc0) != 0x80;
    }));
}

class Writer {
  public:
    explicit Writer(Layout layout) : layout_(layout) {}

    void write(const Value& value) {
        if (layout_ == Layout::Compact || !is_container(value)) return write_line(value, "", "");
        if (is_simple(value) && fits_line(value)) return write_line(value, ", ", " ");
        write_block(value);
    }

    std::string take() {
        if (layout_ == Layout::Indented) out_ += '\n';
        return std::move(out_);
    }

  private:
    bool fits_line(const Value& value) const {
        Writer trial(Layout::Compact);
        trial.write_line(value, ", ", " ");
        const std::size_t line = out_.rfind('\n') + 1;  // npos + 1 is the beginning
        return count_columns(std::string_view(out_).substr(line)) + count_columns(trial.out_) <=
               line_columns;
    }

    void write_scalar(const Value& value) {
        if (const std::string* text = value.string()) {
            append_string(out_, *text);
        } else if (const Number* number = value.number()) {
            out_ += number->text;
        } else if (const bool* truth = value.boolean()) {
            out_ += *truth ? "true" : "false";
        } else {
            out_ += "null";
        }
    }

    void write_line(const Value& value, std::string_view gap, std::string_view after_colon) {
        const std::string_view comma = gap.empty() ? "," : gap;
        if (const Array* items = value.array()) {
            out_ += '[';
            for (const Value& item : *items) {
                if (&item != items->data()) out_ += comma;
                write_line(item, gap, after_colon);
            }
            out_ += ']';
        } else if (const Object* members = value.object()) {
            out_ += '{';
            for (const Member& member : *members) {
                if (&member != members->data()) out_ += comma;
                append_string(out_, member.name);
                out_ += ':';
                out_ += after_colon;
                write_line(member.value, gap, after_colon);
            }
            out_ += '}';
        } else {
            write_scalar(value);
        }
    }

    void write_block(const Value& value) {
        indentation_ += 2;
        if (const Array* items = value.array()) {
            out_ += '[';
            for (const Value& item : *items) {
                begin_line(&item == items->data());
                write(item);
            }
        } else {
            out_ += '{';
            for (const Member& member : *value.object()) {
                begin_line(&member == value.object()->data());
                append_string(out_, member.name);
                out_ += ": ";
                write(member.value);
            }
        }
        indentation_ -= 2;
        out_ += '\n';
        out_.append(indentation_, ' ');
        out_ += value.array() != nullptr ? ']' : '}';
    }

    void begin_line(bool is_first) {
        if (!is_first) out_ += ',';
        out_ += '\n';
        out_.append(indentation_, ' ');
    }

    Layout layout_;
    std::size_t indentation_ = 0;
    std::string out_;
};

}  // namespace

std::string write(const Value& value, Layout layout) {
    Writer writer(layout);
    writer.write(value);
    return writer.take();
}

void append_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!needs_escape(text[i])) continue;
        out += text.substr(begin, i - begin);
        append_escaped(out, text[i]);
        begin = i + 1;
    }
    out += text.substr(begin);
    out += '"';
}

}  // namespace madoguchi::templates::json
