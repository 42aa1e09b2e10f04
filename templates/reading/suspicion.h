// Which findings only follow from others.
#pragma once

#include "base/diagnostic.h"

namespace madoguchi::templates::reading {

/// A member that could not be read stands in the model with its default, and validating that may
/// find things that are not so. Takes such findings out of `validated`: those about an element, a
/// page or the fields of which something was found in `read` already.
Diagnostics without_followers(Diagnostics validated, const Diagnostics& read);

}  // namespace madoguchi::templates::reading
