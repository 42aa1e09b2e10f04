// 下敷き: printed forms from many programs become backgrounds that look as poppler draws the files
// themselves, as PDF and as SVG; what cannot be imported exactly is refused in words.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { coloured, cropped, drawn, inherited, notEmbedded, onePage } from './fixtures/hand_made_pdf.mjs';
import { launchChromium, renderSvg } from './judges/chromium.mjs';
import { compare, sideBySide } from './judges/compare.mjs';
import { program, render, run, samples } from './judges/madoguchi.mjs';
import { renderPdf } from './judges/pdfium.mjs';
import { writePng } from './judges/picture.mjs';
import { popplerPicture } from './judges/poppler.mjs';
import { startService } from './judges/service.mjs';

const dpi = 100;
const pictures = process.env.JUDGES_PICTURES ?? path.join(process.cwd(), 'judges-pictures');

const html = `<html lang="ja"><meta charset="utf-8"><style>@page { size: A4; margin: 15mm }
body { font: 11pt "Noto Serif CJK JP" } td { border: 1px solid #333; padding: 3mm } table { border-collapse: collapse }
.v { writing-mode: vertical-rl; height: 40mm; border: 1px dashed #900 } .t { transform: rotate(-8deg); color: #06c }</style>
<h1>転入届</h1><table><tr><td>氏名<td>辻\u{E0102}本　花子<tr><td><b>住所</b><td>架空県みなと市</table>
<p class="v">縦書きの「注意」です。</p><p class="t">Latin text <i>italic</i></p>
<svg width="200" height="80"><path d="M10 10C60 90 140 -20 190 60" fill="none" stroke="red" stroke-width="3"
stroke-dasharray="6 3" stroke-linecap="round"/><circle cx="100" cy="40" r="25" fill="#fc0" stroke="#000"/></svg>`;

function command(name, ...parameters) {
  const { status, error, stderr } = spawnSync(name, parameters, { encoding: 'utf8' });
  if (error) throw error;
  // qpdf ends with 3 when it warns.
  assert.ok(status === 0 || (name === 'qpdf' && status === 3), `${name}: ${stderr}`);
}

async function printedPage(browser) {
  const page = await browser.newPage();
  await page.setContent(html);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return pdf;
}

describe('backgrounds', () => {
  let browser;
  let folder;
  const at = (name) => path.join(folder, name);
  before(async () => {
    browser = await launchChromium();
    folder = mkdtempSync(path.join(tmpdir(), 'madoguchi-backgrounds-'));
    const own = render(samples().find(({ form }) => form === 'residence-change')).pdf;
    writeFileSync(at('own.pdf'), own);
    writeFileSync(at('chromium.pdf'), await printedPage(browser));
    for (const [name, make] of Object.entries({ cropped, inherited, coloured, drawn })) {
      writeFileSync(at(`${name}.pdf`), make());
    }
    command('qpdf', '--object-streams=generate', at('own.pdf'), at('object-streams.pdf'));
    command('qpdf', '--linearize', at('own.pdf'), at('linearized.pdf'));
    for (const turn of [90, 180, 270]) command('qpdf', `--rotate=${turn}`, at('own.pdf'), at(`turned-${turn}.pdf`));
    command('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', `-sOutputFile=${at('ghostscript.pdf')}`, at('own.pdf'));
    command('pdftocairo', '-pdf', at('own.pdf'), at('cairo.pdf'));
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  function imported(name) {
    const form = at(`${name}.json`);
    run(['background', '--pdf', at(`${name}.pdf`), '--page', '1', '--output', form]);
    writeFileSync(at('nobody.json'), '{}');
    for (const kind of ['pdf', 'svg']) {
      run(['render', '--form', form, '--data', at('nobody.json'), '--output', at(`${name}-out.${kind}`)]);
    }
    return { pdf: readFileSync(at(`${name}-out.pdf`)), svg: readFileSync(at(`${name}-out.svg`), 'utf8') };
  }

  function mustLookAlike(name, kind, picture, reference) {
    const result = compare(picture, reference, { dpi });
    if (result.ok) return;
    mkdirSync(pictures, { recursive: true });
    const file = path.join(pictures, `background-${name}-${kind}.png`);
    writePng(file, sideBySide(picture, reference, result));
    assert.fail(`${kind}: ${JSON.stringify(result.worst)}, see ${file}`);
  }

  for (const name of ['own', 'object-streams', 'linearized', 'turned-90', 'turned-180', 'turned-270', 'ghostscript',
    'cairo', 'chromium', 'cropped', 'inherited', 'coloured', 'drawn']) {
    it(`${name} looks as poppler draws it`, async () => {
      const { pdf, svg } = imported(name);
      const [drawnPdf] = await renderPdf(pdf, { dpi });
      const { width, height } = drawnPdf;
      const reference = popplerPicture(at(`${name}.pdf`), { dpi, width, height });
      mustLookAlike(name, 'pdf', drawnPdf, reference);
      mustLookAlike(name, 'svg', await renderSvg(browser, svg, { dpi }), reference);
    });
  }

  function refused(name, bytes) {
    writeFileSync(at(`${name}.pdf`), bytes);
    const { status, stderr } = spawnSync(program(), ['background', '--pdf', at(`${name}.pdf`), '--output', at('no.json')], {
      encoding: 'utf8',
    });
    assert.equal(status, 1, stderr);
    assert.ok(!existsSync(at('no.json')), 'no template is written');
    return stderr;
  }

  it('refuses a font that is not embedded, by its name', () => {
    assert.match(refused('font', notEmbedded()), /background\.font-not-embedded: .*MS-Mincho/);
  });
  it('refuses an encrypted file', () => {
    command('qpdf', '--encrypt', 'secret', 'owner', '256', '--', at('own.pdf'), at('locked.pdf'));
    assert.match(refused('locked-copy', readFileSync(at('locked.pdf'))), /background\.encrypted/);
  });
  it('refuses a broken file and what is no PDF', () => {
    assert.match(refused('cut', readFileSync(at('own.pdf')).subarray(0, 20000)), /background\.broken/);
    assert.match(refused('picture', Buffer.from('\x89PNG\r\n')), /background\.not-pdf/);
  });
  it('comes over HTTP as an element of a template, or as a reason', async () => {
    const service = await startService();
    try {
      const ask = async (bytes, query = '') => {
        const answer = await fetch(new URL(`/v1/backgrounds${query}`, service.address), {
          method: 'POST',
          headers: { 'Content-Type': 'application/pdf' },
          body: bytes,
        });
        return { status: answer.status, body: await answer.json() };
      };
      const good = await ask(readFileSync(at('drawn.pdf')), '?page=1');
      assert.equal(good.status, 200);
      assert.equal(good.body.pages, 1);
      const { element } = good.body;
      assert.equal(element.kind, 'background');
      const page = { id: 'page', size: { width: 105.83, height: 105.83 }, elements: [element] };
      const form = { formatVersion: 1, id: 'x', version: '1', title: 'x', fields: [], pages: [page] };
      writeFileSync(at('from-http.json'), JSON.stringify(form));
      run(['render', '--form', at('from-http.json'), '--data', at('nobody.json'), '--output', at('from-http.pdf')]);
      assert.match(readFileSync(at('from-http.pdf'), 'latin1'), /^%PDF-1\.7/);
      for (const [bytes, query, code] of [
        [Buffer.from('no PDF'), '', 'background.not-pdf'],
        [readFileSync(at('drawn.pdf')), '?page=2', 'background.no-such-page'],
        [readFileSync(at('drawn.pdf')), '?page=x', 'background.no-such-page'],
      ]) {
        const refusal = await ask(bytes, query);
        assert.equal(refusal.status, 422);
        assert.equal(refusal.body.findings[0].code, code);
      }
    } finally {
      await service.stop();
    }
  });
  it('refuses a gradient rather than to leave it out', () => {
    const page = onePage('/MediaBox[0 0 300 300]/Resources<</Shading<</S 5 0 R>>>>', '/S sh', ['<</ShadingType 2>>']);
    assert.match(refused('gradient', page), /background\.unsupported/);
  });
});
