#include "tests/fuzz/every_type_form.h"

#include <cstdlib>
#include <string_view>

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
    require(form.ok());
    auto compiled = CompiledForm::compile(std::move(*form));
    require(compiled.ok());
    return *compiled;
}

}  // namespace

const CompiledForm& every_type_form() {
    static const auto form = compiled_form();
    return *form;
}

void require(bool holds) {
    if (!holds) std::abort();
}

void require_fills_or_finds(const Result<Data>& data) {
    if (!data) return require(has_errors(data.findings()));
    const auto filled = every_type_form().fill(*data);
    require(filled.ok() || has_errors(filled.findings()));
}

}  // namespace madoguchi::templates
