#include "templates/fill/text_program.h"

#include <algorithm>

namespace madoguchi::templates::fill {

namespace {

Diagnostic not_printable(std::string_view name) {
    const std::string quoted(name);
    return {
        .code = "template.tag-not-printable",
        .message = {"「" + quoted + "」は文字として印字できない型の項目です。",
                    "\"" + quoted + "\" is of a type that does not print as text."},
        .hints = {{"{{#" + quoted + "}}…{{/" + quoted + "}} で囲むか、選択欄や表を使ってください。",
                   "Use a section {{#" + quoted + "}}…{{/" + quoted + "}}, a choice or a table."}}};
}

Diagnostic not_a_condition(std::string_view name) {
    const std::string quoted(name);
    return {.code = "template.section-field",
            .message = {"「" + quoted + "」は区間の条件にできません。",
                        "\"" + quoted + "\" cannot open a section."}};
}

/// A list inside itself would print each item as often as there are items, at every depth again.
bool is_inside_itself(const Binding& binding, const Scopes& scopes) {
    if (binding.field->type != FieldType::List) return false;
    return std::any_of(scopes.begin(), scopes.end(),
                       [&](const Scope& scope) { return scope.fields == &binding.field->fields; });
}

Diagnostic repeats_itself(std::string_view name) {
    const std::string quoted(name);
    return {.code = "template.section-repeats",
            .message = {"並び「" + quoted + "」の中で、同じ並びを繰り返すことはできません。",
                        "The list \"" + quoted + "\" cannot be repeated inside itself."}};
}

bool prints(const Binding& binding) {
    if (binding.builtin != Builtin::None) return true;
    switch (binding.field->type) {
        case FieldType::Text:
        case FieldType::Date:
        case FieldType::Number:
            return true;
        case FieldType::Code:
            return !binding.field->many || binding.path.empty();
        case FieldType::Boolean:
        case FieldType::List:
        case FieldType::Group:
            return false;
    }
    return false;
}

/// What a built-in or a format before it leaves is text.
FieldType printed_type(const Tag& tag) {
    if (!tag.formats.empty() || tag.fixed) return FieldType::Text;
    return tag.binding.field == nullptr ? FieldType::Number : tag.binding.field->type;
}

/// "氏名|全角|…" into its pieces.
std::vector<std::string_view> split_formats(std::string_view content) {
    std::vector<std::string_view> pieces;
    for (;;) {
        const std::size_t bar = content.find('|');
        pieces.push_back(without_outer_spaces(content.substr(0, bar)));
        if (bar == content.npos) return pieces;
        content.remove_prefix(bar + 1);
    }
}

/// Keeps which bytes of the text show which value. Most texts are one value and nothing else, which
/// `data_pointer` says alone.
void keep_value(Printed& printed, std::size_t begin, std::string pointer) {
    if (printed.data_pointer.empty()) printed.data_pointer = pointer;
    printed.values.push_back({begin, printed.text.size(), std::move(pointer)});
}

void finish_values(Printed& printed) {
    const std::vector<ShownValue>& values = printed.values;
    if (values.size() == 1 && values[0].begin == 0 && values[0].end == printed.text.size()) {
        printed.values.clear();
    }
}

/// Stand round each value while a text goes through the library; no data and no template may hold
/// control characters.
constexpr char start_of_value = '\x02';
constexpr char end_of_value = '\x03';

/// `marked` without its marks; `pointers` belong to the values in their order.
Printed take_marks_off(std::string_view marked, std::vector<std::string> pointers) {
    Printed printed;
    printed.text.reserve(marked.size());
    std::size_t begin = 0, next = 0;
    for (const char c : marked) {
        if (c == start_of_value) {
            begin = printed.text.size();
        } else if (c == end_of_value) {
            keep_value(printed, begin, std::move(pointers[next++]));
        } else {
            printed.text += c;
        }
    }
    return printed;
}

}  // namespace

bool print_tag(const Tag& tag, const Surroundings& surroundings, std::string& out,
               Diagnostics& findings) {
    if (tag.fixed) {
        out += *tag.fixed;
        return !tag.fixed->empty();
    }
    const bool builtin = tag.binding.builtin != Builtin::None;
    std::string text;
    format::Input input;
    if (builtin) {
        text = std::to_string(builtin_number(tag.binding, surroundings));
        input = {text};
    } else {
        input = printable(look_up(tag.binding, surroundings.frames));
    }
    for (const format::Format* format : tag.formats) {
        if (input.text.empty() && input.wording.empty()) return false;
        Result<std::string> formatted = format->function(input);
        if (!formatted.ok()) {
            for (Diagnostic& finding : std::move(formatted).findings()) {
                finding.origin.data_pointer = pointer_to(tag.binding, surroundings.frames);
                findings.push_back(std::move(finding));
            }
            return false;
        }
        text = std::move(formatted).value();
        input = {text};
    }
    const std::string_view shown = input.wording.empty() ? input.text : input.wording;
    out += shown;
    return !shown.empty();
}

/// Answers the library's questions with one person's data.
class TextProgram::Rendering : public TagSource {
  public:
    Rendering(const TextProgram& program, const Surroundings& surroundings)
        : program_(program), surroundings_(surroundings) {}

    std::string text_of(std::size_t number) override {
        const Tag& tag = program_.tags_[number];
        std::string text(1, start_of_value);
        if (!print_tag(tag, surroundings_, text, findings)) return {};
        pointers.push_back(pointer_to(tag.binding, surroundings_.frames));
        return text + end_of_value;
    }

    std::size_t rounds_of(std::size_t number) override {
        const json::Value* value = section_value(number);
        if (!is_present(value)) return 0;
        return value->array() != nullptr ? value->array()->size() : 1;
    }

    void enter(std::size_t number, std::size_t round) override {
        const json::Value* value = section_value(number);
        const Binding& binding = program_.tags_[number].binding;
        const json::Array* items = value->array();
        surroundings_.frames.push_back(items != nullptr ? Frame{&(*items)[round], &binding, round}
                                                        : Frame{value, &binding, no_index});
    }

    void enter_inverted() override { surroundings_.frames.emplace_back(); }
    void leave() override { surroundings_.frames.pop_back(); }

    Diagnostics findings;
    std::vector<std::string> pointers;  ///< of the values that printed something

  private:
    const json::Value* section_value(std::size_t number) const {
        return look_up(program_.tags_[number].binding, surroundings_.frames);
    }

    const TextProgram& program_;
    Surroundings surroundings_;
};

class TextProgram::Compiler {
  public:
    Compiler(const Scopes& scopes, Engine engine) : scopes_(scopes), engine_(engine) {}

    Result<TextProgram> compile(std::string_view source) {
        ScannedText scanned = scan_tags(source);
        if (!scanned.findings.empty()) return std::move(scanned.findings);
        for (const Token& token : scanned.tokens)
            add(token);
        if (!findings_.empty()) return std::move(findings_);
        if (has_sections_ || engine_ == Engine::Mustache) {
            Result<MustacheText> text = MustacheText::compile(renamed_);
            if (!text.ok()) return std::move(text).findings();
            program_.mustache_ = std::move(text).value();
        }
        return std::move(program_);
    }

  private:
    void add(const Token& token) {
        switch (token.kind) {
            case Token::Kind::Literal:
                return add_literal(token.text);
            case Token::Kind::Variable:
                return add_variable(token.text);
            case Token::Kind::SectionBegin:
                return begin_section(token.text, "{{#s");
            case Token::Kind::InvertedBegin:
                return begin_section(token.text, "{{^s");
            case Token::Kind::SectionEnd:
                return end_section();
        }
    }

    void add_literal(std::string_view text) {
        renamed_ += text;
        const bool joins = !program_.parts_.empty() && !program_.parts_.back().tag;
        if (!joins) program_.parts_.emplace_back();
        program_.parts_.back().literal += text;
    }

    void add_variable(std::string_view content) {
        const std::vector<std::string_view> pieces = split_formats(content);
        Result<Binding> binding = resolve(pieces.front(), scopes_);
        if (!binding.ok()) return append(findings_, std::move(binding).findings());
        if (!prints(*binding)) return findings_.push_back(not_printable(pieces.front()));
        Tag tag{std::move(binding).value(), {}, {}};
        if (const auto text = form_text(tag.binding, scopes_)) tag.fixed = *text;
        for (std::size_t i = 1; i < pieces.size(); ++i)
            add_format(tag, pieces[i]);
        const std::size_t number = program_.tags_.size();
        program_.tags_.push_back(std::move(tag));
        renamed_ += "{{&v" + std::to_string(number) + "}}";
        const bool joins = !program_.parts_.empty() && !program_.parts_.back().tag;
        if (!joins) program_.parts_.emplace_back();
        program_.parts_.back().tag = number;
    }

    void add_format(Tag& tag, std::string_view name) {
        const format::Format* format = format::find_format(name);
        if (format == nullptr) return findings_.push_back(format::unknown_format(name));
        if (!format::takes(*format, printed_type(tag)))
            findings_.push_back(format::wrong_type_for(*format));
        if (!tag.fixed) return tag.formats.push_back(format);
        if (tag.fixed->empty()) return;
        Result<std::string> formatted = format->function({*tag.fixed});
        if (!formatted.ok()) return append(findings_, std::move(formatted).findings());
        tag.fixed = std::move(formatted).value();
    }

    void begin_section(std::string_view name, std::string_view opening) {
        has_sections_ = true;
        Result<Binding> binding = resolve(name, scopes_);
        if (!binding.ok()) return refuse_section(std::move(binding).findings());
        if (binding->builtin != Builtin::None) return refuse_section({not_a_condition(name)});
        if (is_inside_itself(*binding, scopes_)) return refuse_section({repeats_itself(name)});
        const std::size_t number = program_.tags_.size();
        const bool inverted = opening == "{{^s";
        scopes_.push_back(inverted ? Scope{} : scope_inside(*binding));
        program_.tags_.push_back({std::move(binding).value(), {}, {}});
        open_.push_back(number);
        renamed_ += std::string(opening) + std::to_string(number) + "}}";
    }

    /// Goes on inside, to find what else is wrong.
    void refuse_section(Diagnostics findings) {
        append(findings_, std::move(findings));
        scopes_.emplace_back();
        open_.push_back(0);
    }

    void end_section() {
        renamed_ += "{{/s" + std::to_string(open_.back()) + "}}";
        open_.pop_back();
        scopes_.pop_back();
    }

    Scopes scopes_;
    Engine engine_;
    TextProgram program_;
    Diagnostics findings_;
    std::string renamed_;  ///< the source with numbered tags
    std::vector<std::size_t> open_;
    bool has_sections_ = false;
};

Result<TextProgram> TextProgram::compile(std::string_view source, const Scopes& scopes,
                                         Engine engine) {
    return Compiler(scopes, engine).compile(source);
}

bool TextProgram::is_static() const {
    return std::all_of(tags_.begin(), tags_.end(), [](const Tag& tag) { return tag.fixed; });
}

std::string TextProgram::static_text() const {
    std::string text;
    for (const Part& part : parts_) {
        text += part.literal;
        if (part.tag) text += *tags_[*part.tag].fixed;
    }
    return text;
}

Result<Printed> TextProgram::render(const Surroundings& surroundings) const {
    if (mustache_) {
        Rendering rendering(*this, surroundings);
        const std::string marked = mustache_->render(rendering);
        if (!rendering.findings.empty()) return std::move(rendering.findings);
        Printed printed = take_marks_off(marked, std::move(rendering.pointers));
        finish_values(printed);
        return printed;
    }
    Printed printed;
    Diagnostics findings;
    if (parts_.size() == 1 && parts_[0].literal.empty()) {  // most texts are one value
        const Tag& tag = tags_[*parts_[0].tag];
        if (print_tag(tag, surroundings, printed.text, findings))
            printed.data_pointer = pointer_to(tag.binding, surroundings.frames);
        if (!findings.empty()) return findings;
        return printed;
    }
    for (const Part& part : parts_) {
        printed.text += part.literal;
        if (!part.tag) continue;
        const Tag& tag = tags_[*part.tag];
        const std::size_t begin = printed.text.size();
        if (print_tag(tag, surroundings, printed.text, findings))
            keep_value(printed, begin, pointer_to(tag.binding, surroundings.frames));
    }
    if (!findings.empty()) return findings;
    finish_values(printed);
    return printed;
}

}  // namespace madoguchi::templates::fill
