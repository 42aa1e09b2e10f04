// A picture is { width, height, data } with data in RGBA, four bytes a pixel.
import { readFileSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';

export function decodePng(bytes) {
  const { width, height, data } = PNG.sync.read(bytes);
  return { width, height, data };
}

export function encodePng({ width, height, data }) {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return PNG.sync.write(png);
}

export const readPng = (file) => decodePng(readFileSync(file));
export const writePng = (file, picture) => writeFileSync(file, encodePng(picture));

/** How many pixels a length takes; both judges stretch a page to this whole number. */
export const pixels = (inches, dpi) => Math.round(inches * dpi);

/**
 * How many times larger than asked a judge draws before taking means, unless told otherwise: enough
 * for 450 dpi, where no engine fits letters to pixels any more (README.md).
 */
export const oversampling = (dpi) => Math.max(1, Math.ceil(450 / dpi));

export function crop(picture, { x, y, width, height }) {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let row = Math.max(0, -y); row < height && y + row < picture.height; row++) {
    const left = Math.max(0, -x);
    const right = Math.min(width, picture.width - x);
    if (left >= right) continue;
    const from = ((y + row) * picture.width + x + left) * 4;
    data.set(picture.data.subarray(from, from + (right - left) * 4), (row * width + left) * 4);
  }
  return { width, height, data };
}

/** The mean of every factor × factor pixels; the sides are multiples of the factor. */
export function reduce(picture, factor) {
  if (factor === 1) return picture;
  const width = picture.width / factor;
  const height = picture.height / factor;
  const sums = new Uint32Array(width * height * 4);
  let from = 0;
  for (let y = 0; y < picture.height; y++) {
    const row = Math.floor(y / factor) * width * 4;
    for (let to = row; to < row + width * 4; to += 4) {
      for (let i = 0; i < factor; i++, from += 4) {
        sums[to] += picture.data[from];
        sums[to + 1] += picture.data[from + 1];
        sums[to + 2] += picture.data[from + 2];
        sums[to + 3] += picture.data[from + 3];
      }
    }
  }
  const area = factor * factor;
  const data = new Uint8Array(sums.length);
  for (let i = 0; i < data.length; i++) data[i] = Math.round(sums[i] / area);
  return { width, height, data };
}
