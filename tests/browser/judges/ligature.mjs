// The glyph that a font's own GSUB table has for several characters (OpenType, GSUB lookup types 4 and 7), read
// without HarfBuzz, so that both cannot be wrong together.
import { readFileSync } from 'node:fs';

const ligatures = 4;
const extension = 7;

function tableAt(file, tag) {
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const record = 12 + i * 16;
    if (file.toString('latin1', record, record + 4) === tag) return file.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

/** The offsets of a list: a count, then that many offsets from `base`. */
function offsets(file, at, base) {
  return Array.from({ length: file.readUInt16BE(at) }, (_, i) => base + file.readUInt16BE(at + 2 + i * 2));
}

/** Where a glyph stands in a coverage table; -1 outside. */
function coverage(file, at, glyph) {
  const count = file.readUInt16BE(at + 2);
  for (let i = 0; i < count; i++) {
    if (file.readUInt16BE(at) === 1) {
      if (file.readUInt16BE(at + 4 + i * 2) === glyph) return i;
      continue;
    }
    const [first, last, index] = [0, 2, 4].map((part) => file.readUInt16BE(at + 4 + i * 6 + part));
    if (first <= glyph && glyph <= last) return index + glyph - first;
  }
  return -1;
}

function* subtables(file) {
  const table = tableAt(file, 'GSUB');
  const lookups = table + file.readUInt16BE(table + 8);
  for (const lookup of offsets(file, lookups, lookups)) {
    const kind = file.readUInt16BE(lookup);
    for (const subtable of offsets(file, lookup + 4, lookup)) {
      if (kind === ligatures) yield subtable;
      else if (kind === extension && file.readUInt16BE(subtable + 2) === ligatures) {
        yield subtable + file.readUInt32BE(subtable + 4);
      }
    }
  }
}

/** The number of the glyph that stands for `glyphs` (numbers, in order). */
export function ligatureOf(font, [first, ...others]) {
  const file = readFileSync(font);
  for (const subtable of subtables(file)) {
    const index = coverage(file, subtable + file.readUInt16BE(subtable + 2), first);
    if (index < 0) continue;
    const set = subtable + file.readUInt16BE(subtable + 6 + index * 2);
    for (const ligature of offsets(file, set, set)) {
      const same = others.every((glyph, i) => file.readUInt16BE(ligature + 4 + i * 2) === glyph);
      if (same && file.readUInt16BE(ligature + 2) === others.length + 1) return file.readUInt16BE(ligature);
    }
  }
  throw new Error(`the font has no ligature for the glyphs ${[first, ...others].join(', ')}`);
}
