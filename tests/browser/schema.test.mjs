// The shipped JSON Schema and the reader agree: the schema takes every template that the reader takes, refuses each
// one that breaks a structural rule (T1 to T21 of templates/SPEC.md) and takes those that break only rules between
// values. That the reader finds just these rules is held by tests/unit/templates/rules_test.cc, from the same table.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv2020 from "ajv/dist/2020.js";

const root = new URL("../../", import.meta.url);
const text = (path) => readFileSync(fileURLToPath(new URL(path, root)), "utf8");

const lastStructuralRule = 21;
/** Ways of writing a number that JSON's numbers do not keep */
const writtenDifferently = (change) => /\de[-+]?\d/i.test(change);

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, multipleOfPrecision: 6 });
const validate = ajv.compile(JSON.parse(text("templates/schema/template.schema.json")));
const complaints = (template) => (validate(template) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`));

const whole = text("tests/cases/templates/whole.form.json");
const cases = text("tests/cases/templates/rules.tsv")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"));

describe("template.schema.json", () => {
  it("takes the form that keeps every rule", () => assert.deepEqual(complaints(JSON.parse(whole)), []));

  it("takes the example of the specification", () => {
    const [, example] = text("templates/SPEC.md").match(/```json\n([^]*?)```/);
    assert.deepEqual(complaints(JSON.parse(example)), []);
  });

  for (const form of readdirSync(new URL("templates/forms/", root))) {
    it(`takes ${form}`, () => assert.deepEqual(complaints(JSON.parse(text(`templates/forms/${form}/form.json`))), []));
  }

  for (const [rule, pointer, , from, to] of cases) {
    const isStructural = Number(rule.slice(1)) <= lastStructuralRule;
    if (isStructural && writtenDifferently(to)) continue;
    it(`${isStructural ? "refuses" : "takes"} what breaks ${rule} at ${pointer || "the root"}: ${to}`, () => {
      const found = complaints(JSON.parse(whole.replace(from, () => to)));
      if (isStructural) assert.notDeepEqual(found, []);
      else assert.deepEqual(found, []);
    });
  }
});
