// The one place that knows the Mustache library (kainjow 4.1).
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "base/result.h"

namespace madoguchi::templates::fill {

/// What a text asks for while it is rendered. Tags are known by number.
class TagSource {
  public:
    virtual ~TagSource() = default;
    /// What a variable prints.
    virtual std::string text_of(std::size_t tag) = 0;
    /// How often a section is printed: 0 for what is absent, empty or false.
    virtual std::size_t rounds_of(std::size_t tag) = 0;
    /// A round of a section begins, or, of an inverted one, its only round.
    virtual void enter(std::size_t tag, std::size_t round) = 0;
    virtual void enter_inverted() = 0;
    virtual void leave() = 0;
};

/// A Mustache text whose tags are named by number, a variable "v1", a section "s0":
/// "{{#s0}}{{&v1}}、{{/s0}}".
class MustacheText {
  public:
    /// Fails when the library cannot read the text.
    static Result<MustacheText> compile(const std::string& source);
    MustacheText(MustacheText&&) noexcept;
    MustacheText& operator=(MustacheText&&) noexcept;
    ~MustacheText();

    /// Safe to call from many threads at once.
    std::string render(TagSource& source) const;

  private:
    MustacheText();
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace madoguchi::templates::fill
