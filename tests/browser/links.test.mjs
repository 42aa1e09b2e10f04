// The schema of links and the reader agree: what the program takes the schema takes, and each misspelling that the
// schema can know is refused by both.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv2020 from "ajv/dist/2020.js";

const root = new URL("../../", import.meta.url);
const text = (path) => readFileSync(fileURLToPath(new URL(path, root)), "utf8");
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(
  JSON.parse(text("api/characters/link.schema.json")),
);

const program = process.env.MADOGUCHI ?? "build/release/api/madoguchi";
const folder = mkdtempSync(join(tmpdir(), "madoguchi-links-"));
after(() => rmSync(folder, { recursive: true }));
const place = (name) => join(folder, name);
writeFileSync(place("host.tsv"), text("tests/cases/host-codes/jef-like.tsv"));
writeFileSync(place("in"), "");

/** Whether the program takes the link; its findings are JSON. */
const takes = (link) => {
  writeFileSync(place("link.json"), JSON.stringify(link));
  const words = ["characters", "convert", "--to", "link", "--link", place("link.json"), "--explain", place("in"), place("out")];
  const { status, stdout } = spawnSync(program, words);
  return { taken: status === 0, codes: JSON.parse(stdout.toString()).map(({ code }) => code) };
};

const whole = {
  name: "税システム",
  charset: "cp932",
  duplicates: ["jis", "ibm", "nec-row-13", "nec-selected"],
  variants: { wave: { read: "U+301C", write: "U+FF5E" }, minus: { write: "U+FF0D" } },
  gaiji: [{ codes: "F040-F080", codePoints: "U+E100-U+E13F" }],
  target: "jisx0213",
  noSubstitute: "mark",
  choices: { 髙: "高" },
  records: { form: "lines", delimiter: "," },
};

const right = [
  whole,
  { name: "a", charset: "utf-8" },
  { name: "a", charset: { hostCode: "host.tsv" }, records: { form: "fixed", bytes: 30, fields: [10, 20] } },
  { name: "a", charset: "cp932", records: { form: "fixed", bytes: 30, fields: [10, 20], delimiter: "|" } },
  { name: "a", charset: "cp932", records: { form: "fixed", bytes: 30 } },
  { name: "a", charset: "ibm1399", gaiji: [{ codes: "6941", codePoints: "U+F0000" }] },
];

const wrong = [
  { ...whole, name: "" },
  { ...whole, charset: "sjis" },
  { ...whole, charset: { "host-code": "host.tsv" } },
  { ...whole, charset: { hostCode: "folder/host.tsv" } },
  { ...whole, varients: {} },
  { ...whole, duplicates: ["jis"] },
  { ...whole, duplicates: ["jis", "jis", "ibm", "nec-selected"] },
  { ...whole, variants: { wave: { write: "U+FF0D" } } },
  { ...whole, variants: { waves: {} } },
  { ...whole, gaiji: [{ codes: "F040" }] },
  { ...whole, gaiji: [{ codes: "F0", codePoints: "U+E000" }] },
  { ...whole, target: "jis" },
  { ...whole, target: undefined },
  { ...whole, noSubstitute: "kana" },
  { ...whole, choices: { 髙: "" } },
  { ...whole, records: { form: "fixed" } },
  { ...whole, records: { form: "fixed", bytes: 0 } },
  { ...whole, records: { form: "fixed", bytes: 30, fields: [] } },
  { ...whole, records: { form: "fixed", bytes: 30, delimiter: "," } },
  { ...whole, records: { form: "fixed", bytes: 30, fields: [10, 20], delimiter: ";" } },
  { ...whole, records: { form: "lines", delimiter: "x" } },
].map((link) => JSON.parse(JSON.stringify(link)));

describe("link.schema.json", () => {
  for (const link of right) {
    it(`takes ${JSON.stringify(link).slice(0, 60)}`, () => {
      assert.ok(validate(link), JSON.stringify(validate.errors));
      assert.deepEqual(takes(link), { taken: true, codes: [] });
    });
  }

  for (const link of wrong) {
    it(`refuses ${JSON.stringify(link).slice(0, 200)}`, () => {
      assert.ok(!validate(link));
      const { taken, codes } = takes(link);
      assert.ok(!taken);
      assert.ok(codes.every((code) => code === "link.malformed"), codes.join());
    });
  }
});
