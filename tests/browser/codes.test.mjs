// CP932 against the WHATWG's rules for Shift_JIS (Encoding Standard, 12.3), which Node's TextDecoder follows: every pair
// of bytes read, and every character written as its encoder says.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";

const program = process.env.MADOGUCHI ?? "build/release/api/madoguchi";
const folder = mkdtempSync(join(tmpdir(), "madoguchi-codes-"));
after(() => rmSync(folder, { recursive: true }));

const place = (name) => join(folder, name);
const convert = (from, to, bytes) => {
  writeFileSync(place("in"), bytes);
  rmSync(place("out"), { force: true });
  const { status, stderr } = spawnSync(program, ["characters", "convert", "--from", from, "--to", to, place("in"), place("out")]);
  return { status, said: stderr.toString(), bytes: status === 0 ? readFileSync(place("out")) : undefined };
};

const decoder = new TextDecoder("shift_jis", { fatal: true });
const read = (bytes) => {
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
};

const leads = [...Array(256).keys()].filter((b) => (b >= 0x81 && b <= 0x9f) || (b >= 0xe0 && b <= 0xfc));
const trails = [...Array(256).keys()].filter((b) => b >= 0x40 && b <= 0xfc && b !== 0x7f);
/** Code and text of each pair that the standard knows, in the order of its pointers. */
const pairs = leads.flatMap((lead) => trails.map((trail) => ({ code: [lead, trail], text: read([lead, trail]) })));
const known = pairs.filter(({ text }) => text !== undefined && [...text].length === 1);
const unknown = pairs.filter(({ text }) => text === undefined || [...text].length !== 1);
const isOwn = ({ text }) => text >= "\ue000" && text <= "\ue757";

describe("CP932 and the WHATWG's Shift_JIS", () => {
  it("has the 7,724 pairs and 1,880 user-defined ones", () => {
    assert.equal(known.filter((pair) => !isOwn(pair)).length, 7724);
    assert.equal(known.filter(isOwn).length, 1880);
  });

  it("reads every pair as the standard does", () => {
    const { status, bytes, said } = convert("cp932", "utf-8", Buffer.from(known.flatMap(({ code }) => [...code, 0x0a])));
    assert.equal(status, 0, said.slice(0, 500));
    const lines = bytes.toString().split("\n");
    known.forEach(({ code, text }, i) => assert.equal(lines[i], text, Buffer.from(code).toString("hex")));
  });

  it("reads no pair that the standard refuses", () => {
    const { status, said } = convert("cp932", "utf-8", Buffer.from(unknown.flatMap(({ code }) => [...code, 0x0a])));
    assert.equal(status, 1);
    assert.match(said, new RegExp(`not converted \\(${unknown.length} errors\\)`));
  });

  it("reads ASCII and half-width kana as the standard does", () => {
    // An ASCII byte is its own code point. Node's ICU exchanges 1A, 1C and 7F instead, as IBM does.
    const ascii = [...Array(0x80).keys()];
    const kana = Array.from({ length: 63 }, (_, i) => 0xa1 + i);
    const { bytes } = convert("cp932", "utf-8", Buffer.from([...ascii, ...kana]));
    assert.equal(bytes.toString(), String.fromCharCode(...ascii) + read(kana));
  });

  // The standard reads 80 as the control U+0080; glibc and we refuse it, for no Japanese text holds one.
  it("refuses single bytes that no text holds", () => {
    for (const byte of [0x80, 0xa0, 0xfd, 0xfe, 0xff]) {
      assert.match(convert("cp932", "utf-8", Buffer.from([byte])).said, /charset\.unmapped/);
    }
  });

  // The index's encoder takes the lowest pointer outside NEC's selection of IBM's extension (8272 to 8835, ED40 to EEFC).
  it("writes every character with the standard's code", () => {
    const codes = new Map();
    for (const { code, text } of known) {
      const isSelected = code[0] === 0xed || code[0] === 0xee;
      if (!isSelected && !codes.has(text)) codes.set(text, code);
    }
    assert.equal(codes.size, 7724 - 398 + 1880);
    const { status, bytes, said } = convert("utf-8", "cp932", Buffer.from([...codes.keys()].join("\n")));
    assert.equal(status, 0, said.slice(0, 500));
    const expected = [...codes.values()].flatMap((code) => [...code, 0x0a]).slice(0, -1);
    assert.deepEqual(bytes, Buffer.from(expected));
  });

  // The standard's encoder writes U+2212 as FF0D's code, ¥ as 5C and ‾ as 7E. Here that is a choice of the link.
  it("writes no character with another one's code", () => {
    for (const text of ["\u2212", "¥", "‾"]) assert.equal(convert("utf-8", "cp932", text).status, 1, text);
  });
});
