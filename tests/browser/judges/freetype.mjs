// FreeType, asked by tests/support/draw_glyph.cc: a glyph as the font file itself has it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readPng } from './picture.mjs';

export const mincho = process.env.IPAMJ ?? '/usr/share/fonts/truetype/ipamj/ipamjm.ttf';

/** "辻" + U+E0102 is "U+8FBB+U+E0102"; a glyph's name or number stays what it is. */
export function glyphName(character) {
  if (/^(\d+|[A-Za-z]\w+)$/.test(character)) return character;
  return [...character].map((one) => `U+${one.codePointAt(0).toString(16).toUpperCase()}`).join('+');
}

function draw(glyph, ending, { font = mincho, index = 0, more = [] }, read) {
  if (!process.env.DRAW_GLYPH) throw new Error('DRAW_GLYPH names no program: build draw_glyph, run by ctest');
  const folder = mkdtempSync(path.join(tmpdir(), 'madoguchi-glyph-'));
  try {
    const output = path.join(folder, `glyph.${ending}`);
    const told = execFileSync(
      process.env.DRAW_GLYPH,
      ['--font', font, '--index', `${index}`, '--glyph', glyphName(glyph), '--output', output, ...more],
      { encoding: 'utf8' },
    );
    return read(output, told);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Black on white; origin [x, y] in pixels from the top left corner, canvas [width, height]. */
export function drawGlyphPicture(glyph, { font, index, dpi, points, origin, canvas }) {
  const more = ['--dpi', `${dpi}`, '--size-pt', `${points}`, '--origin', origin.join(','), '--canvas', canvas.join('x')];
  return draw(glyph, 'png', { font, index, more }, (file) => readPng(file));
}

/** { path, number, advance, em }: an SVG path element in font units, y upwards, and the glyph's number. */
export function glyphOutline(glyph, { font, index } = {}) {
  return draw(glyph, 'svg', { font, index }, (file, told) => {
    const [, number, advance, em] = told.match(/glyph (\d+) advance (\d+) units-per-em (\d+)/).map(Number);
    return { path: readFileSync(file, 'utf8'), number, advance, em };
  });
}
