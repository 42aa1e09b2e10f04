// Any bytes as the data of a form that has a field of every type: refused with findings, or filled.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "templates/data.h"
#include "templates/fill.h"
#include "templates/read.h"

namespace madoguchi::templates {
namespace {

constexpr std::string_view every_type = R"({
  "formatVersion": 1, "id": "fuzz", "version": "1", "title": "試験",
  "fields": [
    {"name": "氏名", "type": "text", "maxLength": 20},
    {"name": "生年月日", "type": "date"},
    {"name": "金額", "type": "number"},
    {"name": "同意", "type": "boolean"},
    {"name": "区分", "type": "code", "codes": ["転入", "転出"]},
    {"name": "世帯員", "type": "list", "fields": [{"name": "氏名", "type": "text"}]},
    {"name": "住所", "type": "group", "fields": [{"name": "町名", "type": "text"}]}
  ],
  "pages": [{"id": "p", "size": {"width": 210, "height": 297}, "elements": [
    {"id": "a", "kind": "text", "frame": {"x": 10, "y": 10, "width": 90, "height": 8},
     "text": "{{氏名}} {{生年月日|和暦}} {{金額}} {{#同意}}同意{{/同意}}"},
    {"id": "b", "kind": "comb", "frame": {"x": 10, "y": 30, "width": 90, "height": 8},
     "text": "{{金額}}", "cells": 9}
  ]}]
})";

std::shared_ptr<const CompiledForm> compiled_form() {
    auto form = read_template(every_type, "fuzz");
    if (!form) std::abort();
    auto compiled = CompiledForm::compile(std::move(*form));
    if (!compiled) std::abort();
    return *compiled;
}

void try_data(std::string_view source) {
    static const auto form = compiled_form();
    const auto data = read_data(form->form(), source, "fuzz");
    if (!data) {
        if (!has_errors(data.findings())) std::abort();
        return;
    }
    const auto filled = form->fill(*data);
    if (!filled && !has_errors(filled.findings())) std::abort();
}

}  // namespace
}  // namespace madoguchi::templates

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    madoguchi::templates::try_data({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
