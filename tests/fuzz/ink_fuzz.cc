// Any text as a captured signature: findings, or ink that is drawn without a number that is none.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "api/signing/ink_file.h"
#include "render/layout/ink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace madoguchi;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto captured = api::read_ink(text, "ink.json");
    if (!captured.ok()) {
        if (captured.findings().empty()) std::abort();
        return 0;
    }
    const Rect field{Length::mm(10), Length::mm(10), Length::mm(60), Length::mm(20)};
    const render::Group drawing = render::ink_drawing(captured->ink, field);
    for (const PathStep& step : std::get<Path>(drawing.items.at(0).content).steps) {
        const auto* curve = std::get_if<PathCurve>(&step);
        if (curve != nullptr && std::abs(curve->to.x.to_mm()) > 1000) std::abort();
    }
    return 0;
}
