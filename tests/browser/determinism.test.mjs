// Same in, same out: the same bytes from any process, under any locale, with any number of threads.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { root, run, samples } from './judges/madoguchi.mjs';

const locales = ['C', 'ja_JP.UTF-8'];
const peopleInBatch = 60;
const tenant = path.join(root, 'api/tenants/demonstration');

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
const under = (locale) => ({ ...process.env, LC_ALL: locale, LANG: locale });

/** { name: SHA-256 } of every file of a folder. */
function sums(folder) {
  return Object.fromEntries(readdirSync(folder).sort().map((name) => [name, sha256(path.join(folder, name))]));
}

// Every person needs a glyph that no other does, so that the order in which threads come must not show.
function people(text) {
  const { data } = JSON.parse(text);
  const names = ['渡邉\u{E010F}　太郎', '辻\u{E0102}　𠮷子', '山田　花子', '髙橋　﨑雄', '大河内　喜三郎'];
  return Array.from({ length: peopleInBatch }, (_, i) => {
    const name = `${names[i % names.length]}${String.fromCodePoint(0x4e00 + i * 7)}`;
    return JSON.stringify({ ...data, 届出人: { ...data.届出人, 氏名: name, 電話番号: `090-0000-${1000 + i}` } });
  }).join('\n');
}

describe('the same input', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'madoguchi-same-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  function inFolder(name, work) {
    const place = path.join(folder, name);
    mkdirSync(place);
    work(place);
    return sums(place);
  }

  it('is asked under locales that this machine has', () => {
    const known = execFileSync('locale', ['-a'], { encoding: 'utf8' }).toLowerCase().replaceAll('-', '').split('\n');
    for (const locale of locales) assert.ok(known.includes(locale.toLowerCase().replaceAll('-', '')), locale);
  });

  for (const sample of samples()) {
    it(`${sample.form} with ${sample.name} is the same PDF and SVG in every process and locale`, () => {
      const data = path.join(folder, `${sample.form}-${sample.name}`);
      writeFileSync(data, sample.text);
      // The first locale twice: two processes alike, then another locale.
      const [first, ...others] = [locales[0], ...locales].map((locale, i) =>
        inFolder(`${sample.form}-${sample.name}-${i}`, (place) => {
          for (const output of ['sheet.pdf', 'sheet.svg']) {
            const to = ['--output', path.join(place, output)];
            run(['render', '--form', sample.form, '--data', data, ...to], under(locale));
          }
        }),
      );
      assert.ok(Object.keys(first).length >= 2, 'a PDF and an SVG');
      for (const other of others) assert.deepEqual(other, first);
    });
  }

  it('a batch is the same with one thread and with four, as one file and as many, under every locale', () => {
    const sample = samples().find(({ form, name }) => form === 'residence-change' && name.startsWith('1-'));
    const data = path.join(folder, 'people.jsonl');
    writeFileSync(data, people(sample.text));
    const [first, ...others] = locales.flatMap((locale) =>
      [1, 4, 4].map((threads, i) =>
        inFolder(`batch-${locale}-${i}`, (place) => {
          const how = ['batch', '--form', sample.form, '--data', data, '--tenant', tenant, '--threads', `${threads}`];
          run([...how, '--output', path.join(place, 'all.pdf')], under(locale));
          run([...how, '--output-dir', place], under(locale));
        }),
      ),
    );
    assert.equal(Object.keys(first).length, peopleInBatch + 1);
    assert.ok(new Set(Object.values(first)).size > peopleInBatch, 'every person has a file of his own');
    for (const other of others) assert.deepEqual(other, first);
  });

  it('is another file when one selector differs', () => {
    const sample = samples().find(({ text }) => text.includes('邉\u{E010F}'));
    const made = [sample.text, sample.text.replaceAll('邉\u{E010F}', '邉\u{E0110}')].map((text, i) =>
      inFolder(`selector-${i}`, (place) => {
        const data = path.join(folder, `selector-${i}.json`);
        writeFileSync(data, text);
        for (const output of ['sheet.pdf', 'sheet.svg']) {
          run(['render', '--form', sample.form, '--data', data, '--output', path.join(place, output)]);
        }
      }),
    );
    for (const name of Object.keys(made[0])) assert.notEqual(made[0][name], made[1][name], name);
  });
});
