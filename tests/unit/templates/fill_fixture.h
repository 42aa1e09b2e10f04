// Forms of a household, filled, and what is in them as lines.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "templates/fill.h"

namespace madoguchi::templates {

Element text(std::string id, std::string content);
Element when(Element element, std::string field, Condition::Test test,
             std::vector<std::string> values = {});
/// Rows of the list 異動者.
Element members_table(std::string id, int rows, std::string continues = {});
Template household_form();
Template form_with(std::vector<Element> elements);
std::shared_ptr<const CompiledForm> compile(Template form);
/// "id=text@pointer#row" of each element of a sheet; a static part has "/" for "=".
std::vector<std::string> lines(const std::vector<FilledElement>& elements);
FilledForm fill(Template form, std::string_view source);
/// Of the data parts of the first sheet.
std::vector<std::string> filled_lines(std::vector<Element> elements, std::string_view source);
/// "code element" of what compiling finds.
std::vector<std::string> compile_codes(std::vector<Element> elements);

}  // namespace madoguchi::templates
