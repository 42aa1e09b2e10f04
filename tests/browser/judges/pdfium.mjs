// PDFium, the engine of Chrome's and Edge's PDF viewer: pictures and text of a PDF.
import { PDFiumLibrary } from '@hyzyla/pdfium';

import { oversampling, pixels, reduce } from './picture.mjs';

async function withDocument(bytes, work) {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    try {
      return await work(document);
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}

/**
 * Pictures of all pages (or of those numbered from 0 in `only`). PDFium sets small letters on whole
 * pixels; drawing `oversample` times larger and taking means puts them where the file says.
 */
export function renderPdf(bytes, { dpi = 150, oversample = oversampling(dpi), only } = {}) {
  return withDocument(bytes, async (document) => {
    const pictures = [];
    for (const page of document.pages()) {
      if (only && !only.includes(page.number)) continue;
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const { width, height, data } = await page.render({
        width: pixels(originalWidth / 72, dpi) * oversample,
        height: pixels(originalHeight / 72, dpi) * oversample,
        scale: 1,
        render: 'bitmap',
      });
      pictures.push(reduce({ width, height, data: Uint8Array.from(data) }, oversample));
    }
    return pictures;
  });
}

/** The text of each page, as a person would copy it out of the viewer. */
export function pdfiumText(bytes) {
  return withDocument(bytes, async (document) => [...document.pages()].map((page) => page.getText()));
}
