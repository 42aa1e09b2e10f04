// Elements of a template file (templates/SPEC.md, section 6).
//
// One file for each family of kinds: set text (text_kinds.cc), what is drawn (shape_kinds.cc), what
// is filled in by hand or by mark (entry_kinds.cc); a table is read beside the element itself,
// because its row holds elements.
#pragma once

#include <optional>
#include <vector>

#include "templates/model/element.h"
#include "templates/reading/members.h"

namespace madoguchi::templates::reading {

/// The value of `elements` or of a table's `row`.
struct ElementsReader {
    enum class Place { Page, Row };
    const std::vector<NamedStyle>& styles;
    Place place = Place::Page;
    std::optional<std::vector<Element>> operator()(Findings& findings, const Node& node) const;
};

// Each asks for the members of its kind.
Text read_text(Members& members, const std::vector<NamedStyle>& styles);
Comb read_comb(Members& members, const std::vector<NamedStyle>& styles);
Line read_line(Members& members);
Box read_box(Members& members);
Ellipse read_ellipse(Members& members);
Image read_image(Members& members);
Choice read_choice(Members& members, const std::vector<NamedStyle>& styles);
Seal read_seal(Members& members, const std::vector<NamedStyle>& styles);
Barcode read_barcode(Members& members);
Background read_background(Members& members);
DateStamp read_date_stamp(Members& members, const std::vector<NamedStyle>& styles);

}  // namespace madoguchi::templates::reading
