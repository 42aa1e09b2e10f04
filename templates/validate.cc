#include "templates/validate.h"

#include "templates/validating/rules.h"

namespace madoguchi::templates {

Diagnostics validate(const Template& form) {
    using namespace validating;
    Findings findings;
    check_declarations(findings, form);
    check_pages(findings, form);
    check_tab_order(findings, form);
    for_each_element(form, [&](const PlacedElement& placed) {
        check_place(findings, placed);
        check_kind(findings, placed);
    });
    check_references(findings, form);
    check_layers(findings, form);
    check_computations(findings, form);
    check_continuations(findings, form);
    check_coverings(findings, form);
    check_headings(findings, form);
    return findings.take();
}

}  // namespace madoguchi::templates
