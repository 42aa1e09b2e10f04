// Chromium: pictures of SVG files and HTML pages, and where the elements of an SVG stand.
import { chromium } from 'playwright-core';

import { decodePng, oversampling, pixels, reduce } from './picture.mjs';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

// As on a clerk's machine: under the locale C Chromium gives no file a Japanese name.
const locale = { LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' };

export function launchChromium() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
    env: { ...process.env, ...locale },
  });
}

/** Runs work(browser) and closes the browser whatever happens. */
export async function withChromium(work) {
  const browser = await launchChromium();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

const sheetAddress = 'http://judge.invalid/sheet.svg';

// The SVG stands alone, as a file does: Chromium's XML parser reads it, not the HTML one. Nothing
// else is reachable from it.
async function withSheet(browser, svg, { dpi, oversample }, work) {
  const page = await browser.newPage();
  try {
    await page.route('**/*', (route) =>
      route.request().url() === sheetAddress
        ? route.fulfill({ contentType: 'image/svg+xml; charset=utf-8', body: svg })
        : route.abort(),
    );
    await page.goto(sheetAddress);
    const size = await page.evaluate(() => {
      const error = document.querySelector('parsererror');
      if (error) return { error: error.textContent };
      const { width, height } = document.documentElement;
      return { width: width.baseVal.value / 96, height: height.baseVal.value / 96 };
    });
    if (size.error) throw new Error(`Chromium cannot read the SVG: ${size.error}`);
    const width = pixels(size.width, dpi) * oversample;
    const height = pixels(size.height, dpi) * oversample;
    await page.setViewportSize({ width, height });
    await page.evaluate(
      ([width, height]) => {
        const root = document.documentElement;
        root.setAttribute('preserveAspectRatio', 'none');
        root.setAttribute('width', `${width}px`);
        root.setAttribute('height', `${height}px`);
      },
      [width, height],
    );
    return await work(page, { width, height });
  } finally {
    await page.close();
  }
}

/** The picture of one SVG file, stretched to whole pixels as the PDF judge does. */
export function renderSvg(browser, svg, { dpi = 150, oversample = oversampling(dpi) } = {}) {
  return withSheet(browser, svg, { dpi, oversample }, async (page) =>
    reduce(decodePng(await page.screenshot()), oversample),
  );
}

/**
 * The box of each `<g data-element>` in pixels at `dpi`: [{ element, layer, label, box }], what an
 * assistive program says (`label`) included.
 */
export function svgElements(browser, svg, { dpi = 150 } = {}) {
  return withSheet(browser, svg, { dpi, oversample: 1 }, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-element]')].map((group) => {
        const { x, y, width, height } = group.getBoundingClientRect();
        return {
          element: group.getAttribute('data-element'),
          layer: group.closest('[data-layer]')?.getAttribute('data-layer') ?? '',
          label: group.getAttribute('aria-label') ?? '',
          box: { x, y, width, height },
        };
      }),
    ),
  );
}

/**
 * The glyphs of the data in an SVG of ours: [{ element, label, glyph, origin: [x, y], unit: [x, y] }], the glyph's
 * number in its font, and its origin and the size of a font unit in pixels at `dpi`.
 */
export function svgGlyphs(browser, svg, { dpi }) {
  return withSheet(browser, svg, { dpi, oversample: 1 }, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-layer="data"] [data-element] use')].map((use) => {
        const element = use.closest('[data-element]');
        const matrix = use.getScreenCTM();
        const x = use.x.baseVal.value;
        const y = use.y.baseVal.value;
        return {
          element: element.getAttribute('data-element'),
          label: element.getAttribute('aria-label') ?? '',
          glyph: Number(use.href.baseVal.match(/-(\d+)$/)?.[1]),
          origin: [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f],
          unit: [matrix.a, matrix.d],
        };
      }),
    ),
  );
}

/** A picture of an HTML page at `url`, as a person with that window would see it. */
export async function renderHtml(browser, url, { width = 1280, height = 900, fullPage = false } = {}) {
  const page = await browser.newPage({ viewport: { width, height } });
  try {
    await page.goto(url, { waitUntil: 'networkidle' });
    return decodePng(await page.screenshot({ fullPage }));
  } finally {
    await page.close();
  }
}
