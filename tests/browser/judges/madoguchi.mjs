// Our program, run as a municipality runs it: MADOGUCHI names the binary.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
const formsFolder = path.join(root, 'templates/forms');

/** Every invented person of every shipped form: [{ form, name, text, tenant }]. */
export function samples() {
  return readdirSync(formsFolder)
    .sort()
    .flatMap((form) => {
      const folder = path.join(formsFolder, form, 'samples');
      const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
      return names.sort().map((name) => {
        const text = readFileSync(path.join(folder, name), 'utf8');
        return { form, name, text, tenant: JSON.parse(text).sample?.tenant };
      });
    });
}

export function program() {
  if (!process.env.MADOGUCHI) throw new Error('MADOGUCHI names no program: build madoguchi, run by ctest');
  return process.env.MADOGUCHI;
}

export function run(parameters, env = process.env) {
  const { status, error, stderr } = spawnSync(program(), parameters, { encoding: 'utf8', env });
  if (error) throw error;
  if (status !== 0) throw new Error(`madoguchi ${parameters.join(' ')} ended with ${status}: ${stderr}`);
}

const sheetNumber = (name) => Number(name.match(/-(\d+)\.svg$/)?.[1] ?? 1);

/** { pdf, svgs }: the PDF's bytes and the text of one SVG a sheet. */
export function render({ form, text, tenant }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'madoguchi-render-'));
  try {
    const data = path.join(folder, 'data.json');
    writeFileSync(data, text);
    const of = tenant ? ['--tenant', path.join(root, 'api/tenants', tenant)] : [];
    for (const output of ['sheet.pdf', 'sheet.svg']) {
      run(['render', '--form', form, '--data', data, ...of, '--output', path.join(folder, output)]);
    }
    const svgs = readdirSync(folder)
      .filter((name) => name.endsWith('.svg'))
      .sort((a, b) => sheetNumber(a) - sheetNumber(b))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'));
    return { pdf: readFileSync(path.join(folder, 'sheet.pdf')), svgs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
