// Asks an opened face for everything that printing asks for.
#pragma once

#include <memory>
#include <string>

#include "fonts/face.h"

namespace madoguchi::tests {

/// Whatever a damaged font answers, it must not read outside of its bytes (the sanitizers watch).
/// The promise that the face did not keep: a glyph it lacks, a refusal without a finding. Empty
/// when it kept all.
std::string broken_promise(const std::shared_ptr<const fonts::Face>& face);

}  // namespace madoguchi::tests
