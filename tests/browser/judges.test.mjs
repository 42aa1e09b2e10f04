// The judges before the court: pairs of pages of which it is known whether they are equal. No code
// of ours draws here (fixtures/two_ways.mjs).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { charactersOf, textPdf, twoWays } from './fixtures/two_ways.mjs';
import { launchChromium, renderSvg } from './judges/chromium.mjs';
import { allowedShare, bestShift, compare, differences, windows } from './judges/compare.mjs';
import { drawGlyphPicture, glyphName } from './judges/freetype.mjs';
import { pdfiumText, renderPdf } from './judges/pdfium.mjs';
import { pdfjsText } from './judges/pdfjs.mjs';
import { crop } from './judges/picture.mjs';

const name = '辻󠄂本花子　邉󠄏太郎';
const filler = '𠮷野屋髙橋﨑住民異動届出書転入転居世帯主続柄生年月日令和八年四月一日東京都千代田区霞が関二丁目';
const sizes = [9, 10.5, 12, 16];

// A page in whole points, because Chromium rounds the size of printed pages to them. One ruled line
// for each 21 pt, at places deliberately off every pixel grid; the first four begin with a name.
function page({ wide = 340, high = 190, change = (text) => text } = {}) {
  const [width, height] = [wide, high].map((points) => (points / 72) * 25.4);
  const lines = [];
  for (let y = 12; y + 3 < height; y += 7.53) {
    const points = sizes[lines.length % 4];
    const size = (points * 25.4) / 72;
    const text = (lines.length < 4 ? change(name, points) : '') + filler + filler;
    const fitting = charactersOf(text).slice(0, Math.floor((width - 20) / size));
    lines.push({ text: fitting.join(''), x: 10.13 + 0.07 * lines.length, y, size });
  }
  const rules = lines.map(({ y }) => [8, y + 2, width - 8, y + 2]);
  return { width, height, lines, rules };
}

const swapped = (only, from, to) => (text, points) => (points === only ? text.replace(from, to) : text);

// Hooks stand inside describe(): Node 18 runs none outside.
describe('pages drawn by two engines', () => {
  let browser;
  let pdf;
  const drawn = new Map();
  before(async () => {
    browser = await launchChromium();
    pdf = await textPdf(browser, page(), twoWays(page()).text);
  });
  after(() => browser?.close());

  async function pdfPicture(dpi) {
    if (!drawn.has(dpi)) drawn.set(dpi, (await renderPdf(pdf, { dpi }))[0]);
    return drawn.get(dpi);
  }

  async function judged(changed, dpi) {
    const svg = await renderSvg(browser, twoWays(changed).svg, { dpi });
    return compare(svg, await pdfPicture(dpi), { dpi });
  }

  const percent = (share) => `${(share * 100).toFixed(2)} %`;

  for (const dpi of [150, 300]) {
    it(`the same page passes at ${dpi} dpi, in Chromium as outlines and in PDFium as text`, async () => {
      const result = await judged(page(), dpi);
      console.log(`${result.differing} pixels differ; worst window ${percent(result.worst.share)}`);
      assert.ok(result.ok, JSON.stringify(result.worst));
    });
  }

  // What 150 dpi can show, measured: 辻 from 9 pt, 邉 from 12 pt. At 300 dpi every swap shows.
  const swaps = [
    { from: '辻󠄂', to: '辻󠄃', dpi: 150, at: [9, 10.5, 12, 16] },
    { from: '邉󠄏', to: '邉󠄐', dpi: 150, at: [12, 16] },
    { from: '辻󠄂', to: '辻󠄃', dpi: 300, at: [9] },
    { from: '邉󠄏', to: '邉󠄐', dpi: 300, at: [9, 10.5] },
  ];
  for (const { from, to, dpi, at } of swaps) {
    for (const size of at) {
      it(`one ${glyphName(from)} of ${size} pt as another variant fails at ${dpi} dpi`, async () => {
        const result = await judged(page({ change: swapped(size, from, to) }), dpi);
        console.log(`${result.differing} pixels; worst window ${percent(result.worst.share)}`);
        assert.equal(result.ok, false);
      });
    }
  }

  it('on a page of the size of A4 one swapped glyph fails, and nothing else', async () => {
    const large = { wide: 600, high: 840 };
    const text = await textPdf(browser, page(large), twoWays(page(large)).text);
    const [picture] = await renderPdf(text);
    const picturesOf = async (one) => renderSvg(browser, twoWays(one).svg);
    const same = compare(await picturesOf(page(large)), picture, { dpi: 150 });
    assert.ok(same.ok, JSON.stringify(same.worst));
    const other = page({ ...large, change: swapped(12, '邉󠄏', '邉󠄐') });
    const result = compare(await picturesOf(other), picture, { dpi: 150 });
    console.log(`page ${percent(result.share)}; worst window ${percent(result.worst.share)}`);
    assert.equal(result.ok, false);
    assert.ok(result.share < allowedShare, 'taken over the whole page alone, the rule would miss it');
  });

  it('a missing hairline fails', async () => {
    const without = page();
    without.rules.pop();
    assert.equal((await judged(without, 150)).ok, false);
  });

  it('PDFium and pdf.js return selectors and characters beyond the BMP', async () => {
    for (const read of [pdfiumText, pdfjsText]) {
      const text = (await read(pdf)).join('').replaceAll(/\s/g, '');
      assert.ok(text.includes('辻󠄂'), read.name);
      assert.ok(text.includes('𠮷野屋髙橋﨑'), read.name);
    }
  });

  it('a glyph of the PDF at 300 dpi equals the one FreeType draws, and no variant of it', async () => {
    const points = 36;
    const size = (points * 25.4) / 72;
    const sheet = { width: 50.8, height: 50.8, lines: [{ text: '邉󠄏', x: 12.7, y: 25.4, size }] };
    const [picture] = await renderPdf(await textPdf(browser, sheet, twoWays(sheet).text), { dpi: 300 });
    const place = { origin: [150, 300], canvas: [picture.width, picture.height], dpi: 300, points };
    assert.ok(compare(picture, drawGlyphPicture('邉󠄏', place), { dpi: 300 }).ok);
    assert.equal(compare(picture, drawGlyphPicture('邉󠄐', place), { dpi: 300 }).ok, false);
    const moved = { ...place, origin: [153, 298] };
    assert.deepEqual(bestShift(picture, drawGlyphPicture('邉󠄏', moved), 4), { x: -3, y: 2 });
  });
});

const white = (width, height) => ({ width, height, data: new Uint8Array(width * height * 4).fill(255) });
function withInk(picture, points) {
  const data = picture.data.slice();
  for (const [x, y] of points) data.fill(0, (y * picture.width + x) * 4, (y * picture.width + x) * 4 + 3);
  return { ...picture, data };
}

describe('the measure', () => {
  it('a pixel differs when a quarter of full scale remains after the 3 × 3 blur', () => {
    const paper = white(9, 9);
    const count = (points) => differences(paper, withInk(paper, points)).reduce((sum, value) => sum + value, 0);
    assert.equal(count([[4, 4], [5, 4]]), 0); // two of nine: 22 %
    assert.equal(count([[3, 4], [4, 4], [5, 4]]), 3); // three of nine in one column: 33 %
    assert.throws(() => differences(paper, white(9, 8)), /different sizes/);
  });

  it('windows cover every pixel and overlap by half', () => {
    const seen = new Uint8Array(50 * 37);
    for (const { x, y, width, height } of windows(50, 37, 10)) {
      assert.ok(x >= 0 && y >= 0 && x + width <= 50 && y + height <= 37);
      for (let row = y; row < y + height; row++) seen.fill(1, row * 50 + x, row * 50 + x + width);
    }
    assert.ok(seen.every((value) => value === 1));
  });

  it('crop fills what lies outside with paper', () => {
    const picture = crop(withInk(white(4, 4), [[0, 0]]), { x: -1, y: -1, width: 3, height: 3 });
    assert.deepEqual([...picture.data.filter((_, i) => i % 4 === 0)], [255, 255, 255, 255, 0, 255, 255, 255, 255]);
  });
});
