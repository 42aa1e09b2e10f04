// The main job: each shipped form with its first invented person, as the command line prints it. The file is
// sound, its fonts are inside, three programs read back what was written, and the characters that
// others lose look as their font has them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { launchChromium, renderSvg, svgGlyphs } from './judges/chromium.mjs';
import { compare, sideBySide } from './judges/compare.mjs';
import { drawGlyphPicture, glyphOutline, mincho } from './judges/freetype.mjs';
import { ligatureOf } from './judges/ligature.mjs';
import { render, root, samples } from './judges/madoguchi.mjs';
import { pdfiumText, renderPdf } from './judges/pdfium.mjs';
import { pdfjsText } from './judges/pdfjs.mjs';
import { crop, writePng } from './judges/picture.mjs';
import { popplerFonts, popplerText, qpdfCheck } from './judges/poppler.mjs';

const dpi = 300;
const gaijiCode = '\u{E000}';
const gaijiAscent = 0.88;
const rare = ['辻\u{E0102}', '邉\u{E010F}', '𠮷', 'か\u{309A}', gaijiCode];

const firstSamples = samples().filter(({ name }) => name.startsWith('1-'));

// What a form prints of a person --------------------------------------------------------------

const wareki = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
const part = (date, type) =>
  wareki.formatToParts(new Date(`${date}T00:00:00Z`)).find((one) => one.type === type).value;
const letters = { 明治: 'M', 大正: 'T', 昭和: 'S', 平成: 'H', 令和: 'R' };
const formats = {
  和暦: (date) => wareki.format(new Date(`${date}T00:00:00Z`)),
  和暦略: (date) =>
    [letters[part(date, 'era')] + part(date, 'year').replace('元', '1'), Number(date.slice(5, 7)), Number(date.slice(8))].join('.'),
  年: (date) => part(date, 'year'),
  月: (date) => String(Number(date.slice(5, 7))),
  日: (date) => String(Number(date.slice(8))),
  円: (number) => `${Number(number).toLocaleString('ja-JP')}円`,
  郵便番号: (code) => `${code.slice(0, 3)}-${code.slice(3)}`,
  '郵便番号〒': (code) => `〒${code.slice(0, 3)}-${code.slice(3)}`,
};

/** The values that a template's texts name: Map of "請求者.住所" to the formats it is printed with. */
function printed(template) {
  const found = new Map();
  for (const [, name, format] of JSON.stringify(template.pages).matchAll(/{{([^{}#^\/|]+)(?:\|([^{}]+))?}}/g)) {
    found.set(name, (found.get(name) ?? new Set()).add(format));
  }
  return found;
}

/** [{ field, text }]: every text, date and number of the data as the template prints it; choices are marks. */
function printedValues(fields, data, tags, prefix = '') {
  return fields.flatMap((field) => {
    const value = data[field.name];
    if (value === undefined || value === '' || field.type === 'code') return [];
    if (field.type === 'group') return printedValues(field.fields, value, tags, `${prefix}${field.name}.`);
    if (field.type === 'list') return value.flatMap((item) => printedValues(field.fields, item, tags));
    const named = tags.get(prefix + field.name);
    assert.ok(named, `the form prints ${prefix}${field.name}`);
    return [...named].map((format) => ({
      field: prefix + field.name,
      text: format ? formats[format](value) : String(value),
    }));
  });
}

// Programs end lines and words as they like; no value holds an ASCII space.
const joined = (text) => text.replaceAll(/[ \r\n\f]/g, '');
const occurrences = (text, part) => text.split(part).length - 1;

// What the readers cannot give back, whatever a file holds. Our lines with a wide blank have an ActualText, without
// which poppler would lose the blank. PDFium, where a wchar_t has 32 bits, leaves out of an ActualText what lies beyond
// the BMP; pdf.js reads no ActualText and makes an ordinary space of a wide blank.
const beyondBmp = /[\u{10000}-\u{10FFFF}]/gu;
const readers = [
  { reader: 'poppler', read: ({ file }) => popplerText(file), said: (text) => text },
  {
    reader: 'PDFium',
    read: async ({ pdf }) => (await pdfiumText(pdf)).join(''),
    said: (text) => (text.includes('\u3000') ? text.replaceAll(beyondBmp, '') : text),
  },
  {
    reader: 'pdf.js',
    read: async ({ pdf }) => (await pdfjsText(pdf)).join(''),
    said: (text) => text.replaceAll('\u3000', ''),
  },
];

// How a character looks ------------------------------------------------------------------------

const numberOf = (character) => glyphOutline(character).number;
const semiVoicedKa = () => ligatureOf(mincho, ['か', '\u{309A}'].map(numberOf));

function gaijiDrawing(code) {
  const name = `U+${code.codePointAt(0).toString(16).toUpperCase()}`;
  const file = path.join(root, 'api/tenants/demonstration/gaiji.json');
  return JSON.parse(readFileSync(file, 'utf8')).glyphs.find((glyph) => glyph.code === name).path;
}

/** The tenant's drawing, an em of 1000 with y downwards, set by Chromium without any font. */
function drawnGaiji(browser, code, { points, origin, canvas }) {
  const em = (points * dpi) / 72;
  const [width, height] = canvas.map((side) => `${(side / dpi) * 25.4}mm`);
  const place = `translate(${origin[0]} ${origin[1] - gaijiAscent * em}) scale(${em / 1000})`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${canvas.join(' ')}">` +
    `<rect width="100%" height="100%" fill="#fff"/><path transform="${place}" d="${gaijiDrawing(code)}"/></svg>`;
  return renderSvg(browser, svg, { dpi });
}

// What a character is drawn as, what else must not pass for it, and the number and em of its glyph.
function references(browser) {
  const byFont = (glyph) => (place) => drawGlyphPicture(`${glyph}`, { dpi, ...place });
  const byTenant = (code) => (place) => drawnGaiji(browser, code, place);
  const fromFont = (glyph, other) => ({
    ...glyphOutline(`${glyph}`),
    draw: byFont(glyph),
    drawOther: byFont(other),
  });
  return new Map([
    ['辻\u{E0102}', fromFont('辻\u{E0102}', '辻\u{E0103}')],
    ['邉\u{E010F}', fromFont('邉\u{E010F}', '邉\u{E0110}')],
    ['𠮷', fromFont('𠮷', '吉')],
    ['か\u{309A}', fromFont(semiVoicedKa(), 'か')],
    [gaijiCode, { number: 1, em: 1000, draw: byTenant(gaijiCode), drawOther: byTenant('\u{E001}') }],
  ]);
}

describe('the shipped forms', () => {
  let browser;
  let folder;
  let glyphs;
  const printouts = new Map();
  before(async () => {
    browser = await launchChromium();
    folder = mkdtempSync(path.join(tmpdir(), 'madoguchi-forms-'));
    glyphs = references(browser);
    for (const sample of firstSamples) {
      const output = render(sample);
      const file = path.join(folder, `${sample.form}.pdf`);
      writeFileSync(file, output.pdf);
      const [page] = await renderPdf(output.pdf, { dpi, only: [0] });
      const placed = await svgGlyphs(browser, output.svgs[0], { dpi });
      printouts.set(sample.form, { pdf: output.pdf, file, page, placed });
    }
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  it('are thirteen, and every first sample has the rare characters', () => {
    assert.equal(firstSamples.length, 13);
    for (const { form, text } of firstSamples) {
      for (const character of rare) assert.ok(text.includes(character), `${form}: ${character}`);
    }
  });

  /** Every place of a character's glyph: the picture of its em in the PDF, and where its origin lies in it. */
  function appearances(form, character) {
    const { page, placed } = printouts.get(form);
    const { number, em } = glyphs.get(character);
    return placed
      .filter(({ glyph, label }) => glyph === number && label.includes(character))
      .map(({ element, origin, unit }) => {
        assert.ok(Math.abs(unit[0] / unit[1] - 1) < 1e-3, `${element} is condensed`);
        const side = unit[1] * em;
        const left = Math.floor(origin[0]);
        const top = Math.floor(origin[1] - gaijiAscent * side);
        const canvas = [Math.ceil(side), Math.ceil(side)];
        return {
          element,
          picture: crop(page, { x: left, y: top, width: canvas[0], height: canvas[1] }),
          place: { points: (side / dpi) * 72, origin: [origin[0] - left, origin[1] - top], canvas },
        };
      });
  }

  function assertSame(result, first, second, name) {
    if (result.ok) return;
    const file = path.join(process.cwd(), `${name}.png`);
    writePng(file, sideBySide(first, second, result));
    assert.fail(`${JSON.stringify(result.worst)}, see ${file}`);
  }

  for (const { form, text } of firstSamples) {
    it(`${form}: qpdf finds nothing, and every font is inside as a subset`, () => {
      const { file } = printouts.get(form);
      const { status, told } = qpdfCheck(file);
      assert.equal(status, 0, told);
      assert.doesNotMatch(told, /warning|error:/i);
      const fonts = popplerFonts(file);
      assert.ok(fonts.length >= 2);
      for (const font of fonts) {
        assert.deepEqual([font.embedded, font.subset, font.unicode], [true, true, true], font.name);
        assert.match(font.name, /^[A-Z]{6}\+/);
      }
    });

    for (const { reader, read, said } of readers) {
      it(`${form}: every value comes back from ${reader}`, async () => {
        const template = JSON.parse(readFileSync(path.join(root, 'templates/forms', form, 'form.json'), 'utf8'));
        const values = printedValues(template.fields, JSON.parse(text).data, printed(template));
        const everything = values.map(({ text }) => text).join('');
        for (const character of rare) assert.ok(everything.includes(character), character);
        const words = joined(await read(printouts.get(form)));
        for (const { field, text } of values) {
          const wanted = values.filter((value) => value.text === text).length;
          const found = occurrences(words, said(text));
          assert.ok(found >= wanted, `${field} “${text}” ${found} times, not ${wanted}`);
        }
      });
    }

    for (const character of rare) {
      const name = [...character].map((one) => one.codePointAt(0).toString(16)).join('-');
      it(`${form}: ${name} looks as its font has it, and as nothing else`, async () => {
        const found = appearances(form, character);
        assert.ok(found.length > 0, 'it stands on the sheet');
        const { draw, drawOther } = glyphs.get(character);
        for (const { element, picture, place } of found) {
          const reference = await draw(place);
          const result = compare(picture, reference, { dpi });
          assertSame(result, picture, reference, `${form}-${element}-${name}`);
          assert.equal(compare(picture, await drawOther(place), { dpi }).ok, false, element);
        }
      });
    }
  }
});
