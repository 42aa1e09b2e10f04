// The catalogue of 文字情報基盤 read back by foreign readers: every character comes out of the PDF as the text that
// its list gives it. The list is asked in its own data file, not in our table.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { root, run } from './judges/madoguchi.mjs';
import { pdfiumText } from './judges/pdfium.mjs';
import { popplerText } from './judges/poppler.mjs';

const data = path.join(root, 'tools/characters/node_modules/@mandel59/mojidata/dist/moji.db');
// 変体仮名 stand in a list of their own.
const question = `
import json, sqlite3, sys
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
rows = {}
for name, ivs, svs, ucs in db.execute("select MJ文字図形名, 実装したMoji_JohoコレクションIVS, 実装したSVS, 実装したUCS from mji"):
    rows[name] = ivs or svs or ucs or ""
print(json.dumps(rows, ensure_ascii=False))
`;

function listedTexts() {
  const asked = spawnSync('python3', ['-c', question, data], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(asked.status, 0, asked.stderr);
  return new Map(Object.entries(JSON.parse(asked.stdout)));
}

/** What stands before each number; readers break the line there as they please. */
function textsByNumber(text) {
  const found = new Map();
  for (const [, character, number] of text.matchAll(/(&MJ\d{6};|[^\s&]+?)\s*(MJ\d{6})(?=\s|$)/g)) found.set(number, character);
  return found;
}

describe('the catalogue', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'madoguchi-catalogue-'));
  const file = path.join(folder, 'catalogue.pdf');
  let listed;
  before(() => {
    run(['characters', 'catalogue', '--output', file]);
    listed = listedTexts();
  });
  after(() => rmSync(folder, { recursive: true }));

  function check(read) {
    assert.equal(listed.size, 58_862);
    const byNumberOnly = [];
    let right = 0;
    for (const [number, text] of listed) {
      const found = read.get(number);
      if (found === `&${number};`) byNumberOnly.push(number);
      else {
        assert.equal(found, text, number);
        right += 1;
      }
    }
    assert.equal(right, 58_841);
    assert.equal(byNumberOnly.length, 21);
  }

  it('comes back from poppler, 58,841 of 58,841', () => check(textsByNumber(popplerText(file))));

  it('comes back from PDFium, 58,841 of 58,841', async () => {
    const pages = await pdfiumText(readFileSync(file));
    check(textsByNumber(pages.join('\n')));
  });
});
