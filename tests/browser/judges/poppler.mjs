// Poppler's and qpdf's programs: the text and the fonts of a PDF file, and whether its syntax is sound.
import { spawnSync } from 'node:child_process';

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

/** { status, told }: 0 and no warning for a sound file. */
export function qpdfCheck(file) {
  const { status, stdout, stderr } = ask('qpdf', '--check', file);
  return { status, told: stdout + stderr };
}
