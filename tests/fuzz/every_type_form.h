// A form with a field of every type, for what reads people's data.
#pragma once

#include "templates/fill.h"

namespace madoguchi::templates {

const CompiledForm& every_type_form();

/// Ends the program where a reader broke its promise.
void require(bool holds);

/// What was read can be filled, or is refused with an error.
void require_fills_or_finds(const Result<Data>& data);

}  // namespace madoguchi::templates
