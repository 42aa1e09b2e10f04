// What is seen is what is printed: every sheet of every shipped form, as SVG in Chromium and as PDF
// in PDFium, and one person whose name is written with another variant.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { launchChromium, renderSvg, svgElements } from './judges/chromium.mjs';
import { compare, sideBySide } from './judges/compare.mjs';
import { render, samples } from './judges/madoguchi.mjs';
import { renderPdf } from './judges/pdfium.mjs';
import { writePng } from './judges/picture.mjs';

const dpi = 150;
// Where a failing comparison leaves its picture.
const pictures = process.env.JUDGES_PICTURES ?? path.join(process.cwd(), 'judges-pictures');
const variants = [
  ['辻\u{E0102}', '辻\u{E0103}'],
  ['邉\u{E010F}', '邉\u{E0110}'],
];

describe('sheets in Chromium and in PDFium', () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  // One result a sheet.
  async function judged(svgs, pdf) {
    const pages = await renderPdf(pdf, { dpi });
    assert.equal(svgs.length, pages.length, 'as many SVG files as pages');
    const results = [];
    for (const [index, svg] of svgs.entries()) {
      const picture = await renderSvg(browser, svg, { dpi });
      const regions = (await svgElements(browser, svg, { dpi }))
        .filter(({ layer, box }) => layer === 'data' && box.width > 0 && box.height > 0)
        .map(({ box }) => box);
      const result = compare(picture, pages[index], { dpi, regions });
      results.push({ ...result, show: () => sideBySide(picture, pages[index], result) });
    }
    return results;
  }

  for (const sample of samples()) {
    it(`${sample.form} with ${sample.name} looks the same`, async () => {
      const { pdf, svgs } = render(sample);
      for (const [index, result] of (await judged(svgs, pdf)).entries()) {
        if (result.ok) continue;
        mkdirSync(pictures, { recursive: true });
        const file = path.join(pictures, `${sample.form}-${sample.name}-${index + 1}.png`);
        writePng(file, result.show());
        assert.fail(`sheet ${index + 1}: ${JSON.stringify(result.worst)}, see ${file}`);
      }
    });
  }

  for (const [variant, other] of variants) {
    it(`a name with another variant of ${variant.codePointAt(0).toString(16)} is seen`, async () => {
      const sample = samples().find(({ text }) => text.includes(variant));
      assert.ok(sample, 'a sample person has this variant');
      const { svgs } = render({ ...sample, text: sample.text.replaceAll(variant, other) });
      const { pdf } = render(sample);
      assert.ok((await judged(svgs, pdf)).some(({ ok }) => !ok));
    });
  }
});
