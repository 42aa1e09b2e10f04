// A form's static layers, laid out once, and a person's document, laid out on top of them.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/face_set.h"
#include "render/frame/frame.h"
#include "render/layout/element.h"
#include "templates/fill.h"

namespace madoguchi::render {

/// What a form's document begins with: its static layers by template page, the elements in them,
/// and where marks go. Immutable once made and shared by all threads; keeps template and fonts
/// alive, to which frames point.
struct PreparedLayout {
    LayoutContext context;
    std::shared_ptr<const templates::CompiledForm> form;
    std::vector<std::shared_ptr<const Frame>> static_layers;
    std::vector<std::shared_ptr<const Frame>> blank_layers;  ///< as large, without an item
    Elements static_elements;                                ///< shared
    ChoiceTable choices;
    Diagnostics warnings;
};

/// Fails when a static part does not fit its frame or, under the policy Stop, holds a character
/// that no face shows. All findings come back together.
Result<std::shared_ptr<const PreparedLayout>> prepare_layout(
    std::shared_ptr<const templates::CompiledForm> form, fonts::FontLibrary fonts);

struct LaidOut {
    Document document;
    Diagnostics warnings;  ///< of the template, the data and the layout
};

/// Whether sheets also say what is read aloud.
enum class Reading { ByEye, ByEar };

struct LayoutOptions {
    Reading reading = Reading::ByEye;
    /// For stock that is printed already: static layers stay blank, but for what a condition adds.
    bool data_only = false;
    /// Across every sheet (見本, 複写); empty: none.
    std::string watermark;
};

/// Fails when a value does not fit or has a character that no face shows; all findings of all
/// elements come back together.
Result<LaidOut> lay_out(const PreparedLayout& prepared, const templates::FilledForm& filled,
                        const LayoutOptions& options = {});

/// The building stones of both, for parts of forms: one layer of one sheet.
struct LayerBuilder {
    const LayoutContext& context;
    Elements& elements;
    Diagnostics& findings;
    std::optional<Size> page = {};     ///< pictures that are moved stay on it
    std::span<const Item> below = {};  ///< the static layer, below data

    std::vector<Item> static_items(const std::vector<templates::FilledElement>& filled,
                                   ChoiceTable& choices);
    std::vector<Item> data_items(const std::vector<templates::FilledElement>& filled,
                                 const ChoiceTable& choices);

  private:
    std::optional<Rect> place_on_letter(const templates::FilledElement& filled,
                                        std::vector<Item>& items);
};

}  // namespace madoguchi::render
