// The page in the browser, used as a clerk uses it: a sample person, another name, an impossible one, the PDF,
// another form, the second sheet, a date not wholly known; with the mouse and with the keyboard alone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { launchChromium } from './judges/chromium.mjs';
import { samples } from './judges/madoguchi.mjs';
import { pdfiumText } from './judges/pdfium.mjs';
import { startService } from './judges/service.mjs';

const pictures = process.env.JUDGES_PICTURES ?? path.join(process.cwd(), 'judges-pictures');
// The last is a screen of 1024 by 768 at a zoom of 200 %.
const screens = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 800, height: 600 },
  { width: 512, height: 384 },
];
const written = '渡邉\u{E010F}　太郎';
const other = '辻\u{E0102}　𠮷子';
const impossible = '渡邉\u{E01EF}　太郎';

const element = (name) => `.sheet svg [data-element="${name}"]`;
const notifier = element('notifier-name');

describe('the page', () => {
  let service;
  let browser;
  let page;
  const complaints = [];
  const refusals = [];
  before(async () => {
    service = await startService();
    browser = await launchChromium();
    page = await newPage();
    mkdirSync(pictures, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
  });

  // Every complaint counts, but the line that Chromium writes for each answer of 422: such an answer is asked for here.
  async function newPage() {
    const opened = await browser.newPage({ viewport: screens[0], locale: 'ja-JP', acceptDownloads: true });
    opened.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      const refused = message.text().includes('status of 422') && message.location().url.includes('/documents.svg');
      (refused ? refusals : complaints).push(message.text());
    });
    opened.on('pageerror', (error) => complaints.push(String(error)));
    opened.on('requestfailed', (request) => {
      if (request.failure().errorText !== 'net::ERR_ABORTED') complaints.push(`${request.url()} failed`);
    });
    await opened.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    opened.setDefaultTimeout(15_000);
    await opened.goto(`${service.address}?form=residence-change`);
    await opened.locator('.sheet svg').waitFor();
    return opened;
  }

  const nameInput = () => page.getByRole('group', { name: /^届出人/ }).getByRole('textbox', { name: /^氏名/ });
  const sheetSays = (text) => page.locator(`${notifier}[aria-label*="${text}"]`).waitFor();
  const pick = (label, option) => page.getByLabel(label, { exact: true }).selectOption({ label: option });

  /** On every screen nothing lies beyond the right edge, and the words of the bar stand on one line each. */
  async function holdsOnAllScreens(name) {
    for (const screen of screens) {
      await page.setViewportSize(screen);
      await page.screenshot({ path: path.join(pictures, `${name}-${screen.width}.png`) });
      const [wide, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= inner, `${wide} pixels on a screen of ${inner}`);
      const tall = await page.locator('.actions button, .actions .state, .actions span').evaluateAll((parts) =>
        parts.filter((part) => part.offsetHeight > 40).map((part) => part.textContent),
      );
      assert.deepEqual(tall, [], `broken over lines at ${screen.width}`);
    }
    await page.setViewportSize(screens[0]);
  }

  it('shows the form filled with the first sample, on all screens', async () => {
    assert.equal(await page.locator('.tenant').textContent(), '架空県みなと市（見本）');
    assert.equal(await page.getByLabel('様式', { exact: true }).locator('option:checked').textContent(), '住民異動届');
    assert.equal(await nameInput().inputValue(), written);
    await sheetSays(written);
    const box = await page.locator(notifier).boundingBox();
    assert.ok(box.width > 10 && box.height > 5, 'the name is drawn');
    await holdsOnAllScreens('page');
  });

  it('has a label for every input', async () => {
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('input, select, textarea, button')]
        .filter((control) => {
          const words = [...(control.labels ?? [])].map((label) => label.textContent).join('');
          const own = control.getAttribute('aria-label') ?? (control.tagName === 'BUTTON' ? control.textContent : '');
          return (words + own).trim() === '';
        })
        .map((control) => control.outerHTML),
    );
    assert.deepEqual(nameless, []);
  });

  it('follows a name that is typed over', async () => {
    await nameInput().fill(other);
    await sheetSays(other);
    await page.getByText('印字できます', { exact: true }).waitFor();
  });

  it('names the character that cannot be printed, and keeps the last good sheet', async () => {
    await nameInput().fill(impossible);
    const finding = page.locator('.findings li.error').first();
    await finding.waitFor();
    assert.match(await finding.textContent(), /届出人 氏名/);
    assert.match(await finding.textContent(), /U\+9089 U\+E01EF/);
    assert.match(await finding.textContent(), /[ぁ-ん]/);
    assert.equal(await page.locator(`${notifier}[aria-label*="${other}"]`).count(), 1);
    assert.equal(await nameInput().getAttribute('aria-invalid'), 'true');
    assert.equal(await page.getByRole('button', { name: 'PDFを作る' }).isDisabled(), true);
    await holdsOnAllScreens('page-finding');
  });

  it('draws again when the name is repaired', async () => {
    await nameInput().fill(written);
    await sheetSays(written);
    await page.getByText('印字できます', { exact: true }).waitFor();
    assert.equal(await page.locator('.findings li').count(), 0);
  });

  it('gives the PDF, whose file name says nothing about the person', async () => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PDFを作る' }).click();
    const download = await coming;
    assert.equal(download.suggestedFilename(), '住民異動届.pdf');
    const pdf = readFileSync(await download.path());
    assert.equal(pdf.toString('latin1', 0, 8), '%PDF-1.7');
    assert.match((await pdfiumText(pdf)).join(''), /令和8年4月3日/);
  });

  it('turns to the second sheet of the household of eight', async () => {
    const { sample, data } = samples()
      .map(({ text }) => JSON.parse(text))
      .find(({ sample }) => sample.title.startsWith('八人世帯'));
    await pick('見本', sample.title);
    await sheetSays(data.届出人.氏名);
    await page.getByRole('button', { name: '次の枚' }).click();
    const eighth = data.異動者[7].氏名;
    await page.locator(`.sheet svg [data-element="continuation-members-name/7"][aria-label*="${eighth}"]`).waitFor();
    await page.getByText('2／2枚').waitFor();
    assert.equal(await page.getByRole('button', { name: '次の枚' }).isDisabled(), true);
    await page.screenshot({ path: path.join(pictures, 'page-second-sheet.png') });
  });

  it('shows the last sheet when members go and the second is no longer there', async () => {
    for (let gone = 0; gone < 2; gone++) await page.getByRole('button', { name: '外す' }).last().click();
    await page.getByText('1／1枚').waitFor();
    await page.locator(`.sheet svg [data-element="members-name/5"]`).waitFor();
    await page.getByText('印字できます', { exact: true }).waitFor();
    assert.equal(await page.locator('.findings li').count(), 0);
  });

  it('keeps the place of the keyboard when a person is taken off', async () => {
    const button = (name) => page.getByRole('button', { name, exact: true });
    const focused = (name) => button(name).and(page.locator(':focus')).waitFor();
    await button('2人目を外す').focus();
    await page.keyboard.press('Enter');
    await button('6人目を外す').waitFor({ state: 'detached' });
    await focused('2人目を外す');
    await button('5人目を外す').focus();
    for (let person = 5; person > 1; person--) {
      await page.keyboard.press('Enter');
      await focused(`${person - 1}人目を外す`);
    }
    await page.keyboard.press('Enter');
    await focused('＋ 追加する');
  });

  it('takes a date that is not wholly known, and one that is again', async () => {
    const titles = samples()
      .filter(({ form }) => form === 'residence-change')
      .map(({ text }) => JSON.parse(text).sample.title);
    await pick('見本', titles.find((title) => title.includes('不詳')));
    const born = page.getByRole('group', { name: '生年月日', exact: true }).nth(1);
    const wording = born.getByLabel('不詳表記');
    const unknown = born.getByRole('checkbox', { name: '不詳' });
    const says = (text) => page.locator(`${element('members-birth/1')}[aria-label*="${text}"]`).waitFor();
    assert.equal(await wording.inputValue(), '昭和10年10月日不詳');
    assert.equal(await born.getByLabel('わかる日付').inputValue(), '1935-10');
    await wording.fill('1990-01-01');
    await page.locator('.findings li.error', { hasText: '異動者 2人目 生年月日 不詳表記' }).waitFor();
    assert.equal(await wording.getAttribute('aria-invalid'), 'true');
    await unknown.uncheck();
    await says('昭和10年10月');
    await born.getByRole('textbox').fill('1990-01-02');
    await says('平成2年1月2日');
    await unknown.check();
    await wording.fill('平成2年の冬');
    await says('平成2年の冬');
    await born.getByLabel('わかる日付').fill('');
    await page.getByText('印字できます', { exact: true }).waitFor();
    await page.screenshot({ path: path.join(pictures, 'page-unknown-date.png') });
  });

  it('takes remarks of several lines', async () => {
    const remarks = page.getByLabel('備考', { exact: true });
    await remarks.fill('一行目');
    await remarks.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('二行目');
    assert.equal(await remarks.inputValue(), '一行目\n二行目');
    await page.locator(`${element('remarks')}[aria-label*="二行目"]`).waitFor();
    await page.getByText('印字できます', { exact: true }).waitFor();
  });

  it('switches to each other form, at its first sheet', async () => {
    for (const [title, name] of [
      ['住民票の写し等交付請求書', 'requester-name'],
      ['印鑑登録申請書', 'registrant-name'],
    ]) {
      await pick('様式', title);
      await page.locator(`${element(name)}[aria-label*="邉\u{E010F}"]`).waitFor();
      await page.getByText('1／1枚').waitFor();
      await page.screenshot({ path: path.join(pictures, `page-${name}.png`) });
    }
  });

  it('takes a number in full-width digits as a number, and a ticked choice as a choice', async () => {
    await pick('様式', '住民票の写し等交付請求書');
    await page.locator(element('requester-name')).waitFor();
    const request = page.getByRole('group', { name: /^請求\s*(必須)?$/ });
    await request.getByLabel('世帯一部', { exact: true }).and(page.getByRole('textbox')).fill('１２');
    await request.getByRole('checkbox', { name: '世帯一部' }).check();
    await page.locator(`${element('request-part-household-copies')}[aria-label*="12"]`).waitFor();
    await page.getByText('印字できます', { exact: true }).waitFor();
    await page.screenshot({ path: path.join(pictures, 'page-typed-number.png') });
  });

  it('is used with the keyboard alone', async () => {
    await page.reload();
    await page.locator('.sheet svg').waitFor();
    await page.getByText('印字できます', { exact: true }).waitFor();
    const wanted = await page.evaluate(() => {
      const controls = [...document.querySelectorAll('input, select, textarea, button, .sheet')].filter((one) => !one.disabled);
      controls.forEach((control, number) => (control.dataset.number = number));
      return controls.length;
    });
    const reached = new Set();
    for (let step = 0; step < wanted + 5; step++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const { dataset } = document.activeElement;
        const ring = getComputedStyle(document.activeElement).outlineStyle;
        return { number: dataset.number, ring };
      });
      if (at.number === undefined) continue;
      assert.notEqual(at.ring, 'none', 'the place of the keyboard is seen');
      reached.add(at.number);
    }
    assert.equal(reached.size, wanted);
    await nameInput().focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('佐藤　花子');
    await sheetSays('佐藤　花子');
    await page.getByRole('button', { name: 'PDFを作る' }).focus();
    const coming = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    assert.equal((await coming).suggestedFilename(), '住民異動届.pdf');
  });

  it('has made no complaint, but for the sheet that was refused', () => {
    assert.deepEqual(complaints, []);
    assert.ok(refusals.length > 0);
  });

  it('ends with 0 when it is told to', async () => {
    await browser.close();
    browser = undefined;
    const running = service;
    service = undefined;
    assert.deepEqual(await running.stop(), { code: 0, signal: null });
  });
});
