// pdf.js, the engine of Firefox's PDF viewer: the text of a PDF.
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
// pdf.js looks for a canvas to draw on and complains without one; text needs none.
globalThis.DOMMatrix ??= class {};
globalThis.Path2D ??= class {};
const pdfjs = require('pdfjs-dist/legacy/build/pdf.js');
const folder = path.dirname(require.resolve('pdfjs-dist/package.json'));

/** The text of each page; pieces are joined as they come, lines end where pdf.js ends them. */
export async function pdfjsText(bytes) {
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: path.join(folder, 'cmaps', path.sep),
    cMapPacked: true,
    standardFontDataUrl: path.join(folder, 'standard_fonts', path.sep),
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await task.promise;
  try {
    const texts = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      texts.push(items.map((item) => (item.str ?? '') + (item.hasEOL ? '\n' : '')).join(''));
    }
    return texts;
  } finally {
    await task.destroy();
  }
}
