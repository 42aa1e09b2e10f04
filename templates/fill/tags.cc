#include "templates/fill/tags.h"

#include <array>
#include <string>

namespace madoguchi::templates::fill {

namespace {

constexpr std::string_view tag_begin = "{{", tag_end = "}}", raw_end = "}}}";

Diagnostic finding(std::string code, std::string ja, std::string en) {
    return {.code = std::move(code), .message = {std::move(ja), std::move(en)}};
}

Diagnostic mismatch(std::string_view name) {
    const std::string quoted(name);
    return finding("template.section-mismatch",
                   "{{/" + quoted + "}} に対応する始まりがないか、入れ子が食い違っています。",
                   "{{/" + quoted + "}} ends no section that is open.");
}

class Scanner {
  public:
    explicit Scanner(std::string_view source) : source_(source) {}

    ScannedText scan() {
        std::size_t start = 0;
        for (;;) {
            const std::size_t tag = source_.find(tag_begin, start);
            add_literal(source_.substr(start, tag - start));
            if (tag == source_.npos) break;
            start = scan_tag(tag);
            if (start == source_.npos) break;
        }
        for (const std::string_view name : open_) {
            const std::string quoted(name);
            refuse("template.section-mismatch", "{{#" + quoted + "}} の終わりがありません。",
                   "The section {{#" + quoted + "}} does not end.");
        }
        return std::move(result_);
    }

  private:
    void add_literal(std::string_view text) {
        if (!text.empty()) result_.tokens.push_back({Token::Kind::Literal, text});
    }

    void refuse(std::string code, std::string ja, std::string en) {
        result_.findings.push_back(finding(std::move(code), std::move(ja), std::move(en)));
    }

    /// Where the text goes on behind the tag that begins at `at`; npos when it does not end.
    std::size_t scan_tag(std::size_t at) {
        std::size_t inside = at + tag_begin.size();
        const bool raw = source_.substr(inside, 1) == "{";
        if (raw) ++inside;
        const std::string_view end_mark = raw ? raw_end : tag_end;
        const std::size_t end = source_.find(end_mark, inside);
        if (end == source_.npos) {
            refuse("template.unclosed-tag", "「{{」に対応する「}}」がありません。",
                   "A tag \"{{\" has no \"}}\".");
            return end;
        }
        const std::string_view content = without_outer_spaces(source_.substr(inside, end - inside));
        if (raw) {
            add_variable(content);
        } else {
            add_tag(content);
        }
        return end + end_mark.size();
    }

    void add_tag(std::string_view content) {
        const char sign = content.empty() ? '\0' : content.front();
        const std::string_view name =
            content.empty() ? content : without_outer_spaces(content.substr(1));
        switch (sign) {
            case '!':
                return;
            case '#':
                return begin_section(Token::Kind::SectionBegin, name);
            case '^':
                return begin_section(Token::Kind::InvertedBegin, name);
            case '/':
                return end_section(name);
            case '&':
                return add_variable(name);
            case '>':
                return refuse("template.partial", "部分テンプレート {{>…}} は使えません。",
                              "Partials {{>…}} cannot be used.");
            case '=':
                return refuse("template.delimiter", "区切り記号の変更 {{=…=}} は使えません。",
                              "Other delimiters {{=…=}} cannot be used.");
            default:
                return add_variable(content);
        }
    }

    void add_variable(std::string_view name) {
        if (name.empty())
            return refuse("template.empty-tag", "{{ }} の中が空です。", "A tag is empty.");
        result_.tokens.push_back({Token::Kind::Variable, name});
    }

    void begin_section(Token::Kind kind, std::string_view name) {
        if (open_.size() == deepest_section) {
            refuse("template.section-depth", "区間の入れ子が深すぎます（16段まで）。",
                   "Sections nest too deeply (16 levels at most).");
        }
        open_.push_back(name);
        result_.tokens.push_back({kind, name});
    }

    void end_section(std::string_view name) {
        if (open_.empty() || open_.back() != name) {
            result_.findings.push_back(mismatch(name));
            return;
        }
        open_.pop_back();
        result_.tokens.push_back({Token::Kind::SectionEnd, name});
    }

    std::string_view source_;
    ScannedText result_;
    std::vector<std::string_view> open_;
};

}  // namespace

ScannedText scan_tags(std::string_view source) {
    return Scanner(source).scan();
}

std::string_view without_outer_spaces(std::string_view text) {
    constexpr std::array<std::string_view, 5> spaces = {" ", "\t", "\n", "\r", "　"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view space : spaces) {
            if (text.starts_with(space)) text.remove_prefix(space.size()), again = true;
            if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
        }
    }
    return text;
}

}  // namespace madoguchi::templates::fill
