#!/usr/bin/env node
// The judges by hand:
//   node judges/cli.mjs pdf-pictures in.pdf OUTPUT-FOLDER [dpi]
//   node judges/cli.mjs svg-picture in.svg out.png [dpi]
//   node judges/cli.mjs html-picture URL out.png
//   node judges/cli.mjs pdf-text in.pdf pdfium|pdfjs
//   node judges/cli.mjs compare first.png second.png dpi [side-by-side.png]
// compare ends with 1 when the pictures differ.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { renderHtml, renderSvg, withChromium } from './chromium.mjs';
import { compare, sideBySide } from './compare.mjs';
import { renderPdf, pdfiumText } from './pdfium.mjs';
import { pdfjsText } from './pdfjs.mjs';
import { readPng, writePng } from './picture.mjs';

const commands = {
  async 'pdf-pictures'(input, folder, dpi = '150') {
    mkdirSync(folder, { recursive: true });
    const pictures = await renderPdf(readFileSync(input), { dpi: Number(dpi) });
    pictures.forEach((picture, page) => writePng(path.join(folder, `${page + 1}.png`), picture));
  },
  async 'svg-picture'(input, output, dpi = '150') {
    const svg = readFileSync(input, 'utf8');
    writePng(output, await withChromium((browser) => renderSvg(browser, svg, { dpi: Number(dpi) })));
  },
  async 'html-picture'(url, output) {
    writePng(output, await withChromium((browser) => renderHtml(browser, url, { fullPage: true })));
  },
  async 'pdf-text'(input, judge = 'pdfium') {
    const read = { pdfium: pdfiumText, pdfjs: pdfjsText }[judge];
    console.log((await read(readFileSync(input))).join('\n\f'));
  },
  async compare(first, second, dpi, output) {
    const [a, b] = [readPng(first), readPng(second)];
    const { mask, ...result } = compare(a, b, { dpi: Number(dpi) });
    if (output) writePng(output, sideBySide(a, b, { mask, ...result }));
    console.log(JSON.stringify(result));
    if (!result.ok) process.exitCode = 1;
  },
};

const [name, ...parameters] = process.argv.slice(2);
if (!commands[name]) {
  console.error(`commands: ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
await commands[name](...parameters);
