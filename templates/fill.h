// A template made ready for many people: Mustache texts compiled, static parts separated, then
// filled with data.
#pragma once

#include <memory>

#include "base/result.h"
#include "templates/data.h"
#include "templates/filled_form.h"

namespace madoguchi::templates {

class CompiledForm {
  public:
    /// Takes a template that has been read and validated. Fails on Mustache that does not compile
    /// and on tags that name no declared field or no known format.
    static Result<std::shared_ptr<const CompiledForm>> compile(Template form);
    ~CompiledForm();
    CompiledForm(const CompiledForm&) = delete;
    CompiledForm& operator=(const CompiledForm&) = delete;

    const Template& form() const;

    /// The parts of a template page that are the same for every person.
    const std::vector<FilledElement>& static_elements(std::size_t page_index) const;

    /// The data parts of all sheets, continuation sheets included. Elements whose text is empty are
    /// left out. Fails when a list has more items than rows and no continuation page, and on values
    /// that their format cannot take. Safe to call from many threads at once.
    Result<FilledForm> fill(const Data& data) const;

  private:
    CompiledForm();
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace madoguchi::templates
