// A value, or the findings that say why there is none.
//
// No exception crosses the border of a room: functions that can fail on input return Result, and a
// library's exceptions are caught where the library is called. Warnings travel beside the value, in
// whatever the value is.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "base/diagnostic.h"

namespace madoguchi {

template <typename T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Diagnostic finding) : state_(std::in_place_index<1>, Diagnostics{std::move(finding)}) {}
    Result(Diagnostics findings) : state_(std::in_place_index<1>, std::move(findings)) {
        assert(!std::get<1>(state_).empty());
    }

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return std::get<0>(state_); }
    const T& value() const& { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }

    const Diagnostics& findings() const& { return std::get<1>(state_); }
    Diagnostics&& findings() && { return std::get<1>(std::move(state_)); }

  private:
    std::variant<T, Diagnostics> state_;
};

/// For functions that only succeed or fail.
struct Done {};

}  // namespace madoguchi

/// The value of a Result, or a return of its findings from the calling function. A statement
/// expression (g++, clang): it stands alone on the right of "=" or as a statement. Inside a call or
/// an initialiser list its return would leave behind what the call or the list has built already.
#define TRY(expression)                                                \
    __extension__({                                                    \
        auto try_result = (expression);                                \
        if (!try_result.ok()) return std::move(try_result).findings(); \
        std::move(try_result).value();                                 \
    })
