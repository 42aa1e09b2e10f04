#include "render/pdf/checkpoint.h"

namespace madoguchi::render {

bool PdfCheckpoint::go_on_to(PdfCheckpoint next) {
    const bool follows = first_object == 1 && next.bytes >= bytes && next.pages >= pages &&
                         next.first_object == offsets.size() + 1;
    if (!follows) return false;
    for (const auto& [number, offset] : next.late) {
        if (number == 0 || number > offsets.size()) return false;
        offsets[number - 1] = offset;
    }
    offsets.insert(offsets.end(), next.offsets.begin(), next.offsets.end());
    next.offsets = std::move(offsets);
    next.first_object = 1;
    next.late.clear();
    *this = std::move(next);
    return true;
}

}  // namespace madoguchi::render
