// Poppler's and qpdf's programs: the text and the fonts of a PDF file, and whether its syntax is sound.
import { spawnSync } from 'node:child_process';

import { crop, decodePng, oversampling, reduce } from './picture.mjs';

function ask(program, ...parameters) {
  const { status, error, stdout, stderr } = spawnSync(program, parameters, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Text in the order in which the file draws it. */
export const popplerText = (file) => ask('pdftotext', '-raw', '-enc', 'UTF-8', file, '-').stdout;

/** [{ name, embedded, subset, unicode }] of every font, by pdffonts' columns. */
export function popplerFonts(file) {
  const [heads, rule, ...lines] = ask('pdffonts', file).stdout.trimEnd().split('\n');
  if (!heads?.startsWith('name') || !rule) throw new Error(`pdffonts says: ${heads}`);
  return lines.map((line) => {
    const found = line.match(/^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/);
    if (!found) throw new Error(`a line of pdffonts that this reader does not know: ${line}`);
    const [embedded, subset, unicode] = found.slice(2).map((word) => word === 'yes');
    return { name: found[1], embedded, subset, unicode };
  });
}

/** Width and height of the first page as it is read, in points without its UserUnit. */
function pageSize(file) {
  const told = ask('pdfinfo', file).stdout;
  const [width, height] = told.match(/^Page size: +([\d.]+) x ([\d.]+) pts/m).slice(1).map(Number);
  const lies = Number(told.match(/^Page rot: +(\d+)/m)[1]) % 180 !== 0;
  return lies ? [height, width] : [width, height];
}

/** The first page as poppler draws it, cut to what a reader shows of it and stretched to whole pixels. */
export function popplerPicture(file, { dpi, width, height }) {
  const finer = oversampling(dpi);
  const points = pageSize(file);
  const resolution = [width, height].map((side, i) => `${(side * finer * 72) / points[i]}`);
  const parameters = ['-png', '-cropbox', '-singlefile', '-rx', resolution[0], '-ry', resolution[1], file];
  const { status, error, stdout, stderr } = spawnSync('pdftoppm', parameters, { maxBuffer: 1 << 30 });
  if (error) throw error;
  if (status !== 0) throw new Error(`pdftoppm: ${stderr}`);
  // A trace of a pixel more is a pixel more.
  return reduce(crop(decodePng(stdout), { x: 0, y: 0, width: width * finer, height: height * finer }), finer);
}

/** { status, told }: 0 and no warning for a sound file. */
export function qpdfCheck(file) {
  const { status, stdout, stderr } = ask('qpdf', '--check', file);
  return { status, told: stdout + stderr };
}
