// The files that the shipped forms make of their sample people.
#pragma once

#include <string>
#include <vector>

#include "render/render.h"

namespace madoguchi::render::tests {

struct FormFile {
    std::string name;  ///< "residence-change/1-moving-in"
    std::string bytes;
};

/// With every sample of every form. Options that ask for tags get them.
std::vector<FormFile> shipped_files(const PdfOptions& options);

}  // namespace madoguchi::render::tests
