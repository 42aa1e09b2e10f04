// One text of a template, compiled: what an element prints for a person.
//
// Text and plain tags are kept as parts and joined. Only what holds sections goes through the
// Mustache library; both ways give the same text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "templates/fill/binding.h"
#include "templates/fill/mustache_text.h"
#include "templates/fill/tags.h"
#include "templates/fill/values.h"
#include "templates/filled_form.h"
#include "templates/format/format.h"

namespace madoguchi::templates::fill {

/// A tag's name and formats, resolved.
struct Tag {
    Binding binding;
    std::vector<const format::Format*> formats;
    std::optional<std::string> fixed;  ///< what it prints for every person
};

/// Appends what the tag prints; whether that is anything. Findings of formats name the value's data
/// pointer.
bool print_tag(const Tag& tag, const Surroundings& surroundings, std::string& out,
               Diagnostics& findings);

struct Printed {
    std::string text;
    std::string data_pointer;        ///< of the first value that printed something
    std::vector<ShownValue> values;  ///< as in FilledElement
};

/// Mustache sends also plain texts through the library: for tests.
enum class Engine { Fastest, Mustache };

class TextProgram {
  public:
    /// All findings about the text at once, without a place. `scopes` names what tags may refer to.
    static Result<TextProgram> compile(std::string_view source, const Scopes& scopes,
                                       Engine engine = Engine::Fastest);

    /// Whether the text is the same for every person; then it is static_text().
    bool is_static() const;
    std::string static_text() const;

    /// Findings of formats name the value's data pointer. Safe to call from many threads at once.
    Result<Printed> render(const Surroundings& surroundings) const;

  private:
    struct Part {
        std::string literal;
        std::optional<std::size_t> tag;  ///< printed behind the literal
    };
    class Rendering;
    class Compiler;

    std::vector<Tag> tags_;
    std::vector<Part> parts_;
    std::optional<MustacheText> mustache_;
};

}  // namespace madoguchi::templates::fill
