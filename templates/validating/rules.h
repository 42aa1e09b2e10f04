// The rules between values, one file for each subject.
#pragma once

#include "templates/reading/findings.h"
#include "templates/validating/walk.h"

namespace madoguchi::templates::validating {

using reading::Findings;

void check_declarations(Findings& findings, const Template& form);   ///< T23 to T26
void check_pages(Findings& findings, const Template& form);          ///< T27 to T31
void check_place(Findings& findings, const PlacedElement& placed);   ///< T32, T33
void check_tab_order(Findings& findings, const Template& form);      ///< T34
void check_references(Findings& findings, const Template& form);     ///< T35, T36, T43 to T46, T60
void check_kind(Findings& findings, const PlacedElement& placed);    ///< T37 to T42, T47, T51
void check_continuations(Findings& findings, const Template& form);  ///< T48 to T50
void check_layers(Findings& findings, const Template& form);         ///< T62, T63
void check_computations(Findings& findings, const Template& form);   ///< T35, T64
void check_coverings(Findings& findings, const Template& form);      ///< T65
void check_headings(Findings& findings, const Template& form);       ///< T56, T57

}  // namespace madoguchi::templates::validating
