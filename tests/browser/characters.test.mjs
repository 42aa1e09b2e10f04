// The page about characters, and the window over an input: used as a clerk uses them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { launchChromium } from './judges/chromium.mjs';
import { startService } from './judges/service.mjs';

const pictures = process.env.JUDGES_PICTURES ?? path.join(process.cwd(), 'judges-pictures');
const screens = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 512, height: 384 },
];

describe('characters on the screen', () => {
  let service;
  let browser;
  let page;
  const complaints = [];
  before(async () => {
    service = await startService();
    browser = await launchChromium();
    mkdirSync(pictures, { recursive: true });
    page = await browser.newPage({ viewport: screens[0], locale: 'ja-JP' });
    page.on('console', (message) => {
      const expected = /status of 422|net::ERR_CONNECTION_REFUSED/.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.setDefaultTimeout(15_000);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function holdsOnAllScreens(name) {
    for (const screen of screens) {
      await page.setViewportSize(screen);
      await page.screenshot({ path: path.join(pictures, `${name}-${screen.width}.png`) });
      const [wide, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= inner, `${wide} pixels on a screen of ${inner}`);
    }
    await page.setViewportSize(screens[0]);
  }

  const grid = (label) => page.getByRole('list', { name: label });
  const shape = (label, number) => grid(label).getByRole('button').filter({ hasText: number });
  const facts = () => page.getByRole('region', { name: '文字の説明' });
  const code = () => page.getByLabel('文字・番号・コード');
  const notifier = () => page.getByRole('group', { name: /^届出人/ });
  const nameInput = () => notifier().getByRole('textbox', { name: /^氏名/ });
  const dialog = () => page.getByRole('dialog');

  async function openWindow(text) {
    await page.goto(`${service.address}?form=residence-change`);
    await nameInput().fill(text);
    await notifier().getByRole('button', { name: '氏名の字形を見る' }).click();
    await dialog().waitFor();
  }

  /** What the search is asked until it answers. */
  async function asked(typed) {
    const coming = page.waitForRequest('**/v1/characters/search');
    await code().fill(typed);
    return (await coming).postDataJSON();
  }

  it('shows every shape of a character of a name, and what is known of the one chosen', async () => {
    await page.goto(`${service.address}characters.html`);
    await page.getByLabel('氏名など').fill('渡邉');
    const glyphs = grid('印字される字形');
    await glyphs.getByRole('button').nth(1).click();
    const shapes = grid('2字目の字形').getByRole('button');
    await shapes.first().waitFor();
    assert.ok((await shapes.count()) > 15);
    await shapes.filter({ hasText: 'MJ026191' }).click();
    assert.match(await facts().textContent(), /U\+9089 U\+E0119（Moji_Joho）/);
    await holdsOnAllScreens('characters-name');
  });

  it('draws each shape with its own path', async () => {
    const paths = await grid('2字目の字形').locator('svg path').evaluateAll((found) =>
      found.map((one) => one.getAttribute('d')),
    );
    assert.equal(new Set(paths).size, paths.length);
  });

  it('shows what is known of the character picked, and forgets it with another name', async () => {
    await grid('印字される字形').getByRole('button').nth(0).click();
    await facts().getByText('U+6E21', { exact: false }).first().waitFor();
    await page.getByLabel('氏名など').fill('辻');
    assert.equal(await facts().count(), 0);
  });

  it('marks the shape of a character that is written without selector', async () => {
    await shape('1字目の字形', 'MJ025761').waitFor();
    assert.equal(await shape('1字目の字形', 'MJ025761').getAttribute('aria-pressed'), 'true');
    assert.equal(await shape('1字目の字形', 'MJ025760').getAttribute('aria-pressed'), 'false');
  });

  it('offers no substitute for a character that needs none', async () => {
    await shape('1字目の字形', 'MJ025760').click();
    await facts().getByRole('heading', { name: /^縮退の候補/ }).waitFor();
    await grid('印字される字形').getByRole('button').click();
    await facts().getByText('MJ025761').waitFor();
    assert.equal(await facts().getByRole('heading').count(), 0);
  });

  it('brings the facts into view on a small screen', async () => {
    await page.setViewportSize(screens[2]);
    await page.getByLabel('氏名など').fill('渡邉');
    await shape('1字目の字形', 'MJ').first().click();
    await facts().waitFor();
    await page.waitForFunction(() => {
      const { top } = document.querySelector('.character-facts').getBoundingClientRect();
      return top >= 0 && top < innerHeight / 2;
    });
    await page.screenshot({ path: path.join(pictures, 'characters-facts-512.png') });
    await page.setViewportSize(screens[0]);
  });

  it('draws in the colours that the person has chosen', async () => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const [fill, ink] = await page.locator('.character-grid button').first().evaluate((button) => [
      getComputedStyle(button.querySelector('path')).fill,
      getComputedStyle(button).color,
    ]);
    await page.screenshot({ path: path.join(pictures, 'characters-forced-1280.png') });
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    assert.equal(fill, ink);
    assert.equal(ink, 'rgb(255, 255, 255)');
  });

  it('searches by reading and strokes', async () => {
    await page.getByRole('textbox', { name: '読み' }).fill('つじ');
    await page.getByLabel('総画数').fill('6');
    const found = grid('見つかった文字').getByRole('button');
    await found.filter({ hasText: 'MJ025761' }).waitFor();
    await page.getByRole('textbox', { name: '読み' }).fill('');
    await page.getByLabel('総画数').fill('');
    await page.getByLabel('文字・番号・コード').fill('U+8FBB+E0102');
    await found.filter({ hasText: 'MJ025760' }).waitFor();
    await holdsOnAllScreens('characters-search');
  });

  it('says what to do about a number that no character has', async () => {
    await page.getByLabel('文字・番号・コード').fill('MJ999999');
    await page.getByText('にあたる文字がありません').waitFor();
  });

  it('asks for a compatibility character itself, and for codes however wide they are', async () => {
    assert.deepEqual(await asked('\u{FA1B}'), { written: '\u{FA1B}' });
    await shape('見つかった文字', 'MJ030213').waitFor();
    assert.deepEqual(await asked('ＭＪ０２５７６０'), { written: 'MJ025760' });
    assert.deepEqual(await asked('Ｕ＋８ＦＢＢ'), { written: 'U+8FBB' });
    assert.deepEqual(await asked('Ｊ＋８ＦＢＢ'), { code: 'J+8FBB' });
    assert.deepEqual(await asked('１ー３６－５２'), { code: '1-36-52' });
    assert.deepEqual(await asked('1−36ー53'), { code: '1-36-53' });
    assert.deepEqual(await asked('Ａ'), { written: 'Ａ' });
    assert.deepEqual(await asked('辻\u{E0102}'), { written: '辻\u{E0102}' });
  });

  it('searches for one character, not for a name', async () => {
    await code().fill('渡邉');
    await page.getByText('1文字か、一つの番号・コードを入れてください。氏名は上の「氏名など」で調べられます。').waitFor();
    assert.equal(await code().getAttribute('aria-invalid'), 'true');
    assert.equal(await grid('見つかった文字').count(), 0);
    await holdsOnAllScreens('characters-not-one');
  });

  it('says which field is wrong, and which do not apply', async () => {
    const strokes = page.getByLabel('総画数');
    await code().fill('');
    await strokes.fill('六');
    await page.getByText('総画数は1～200の整数で入れてください。').waitFor();
    assert.equal(await strokes.getAttribute('aria-invalid'), 'true');
    await page.getByLabel(/^部首/).fill('215');
    await page.getByText('部首の番号は1～214の整数で入れてください。').waitFor();
    await code().fill('辻');
    await page.getByText('ほかの条件は使いません').waitFor();
    assert.ok(await strokes.isDisabled());
    await code().fill('');
    await strokes.fill('６');
    await page.getByLabel(/^部首/).fill('162');
    await shape('見つかった文字', 'MJ025761').waitFor();
    assert.equal(await strokes.getAttribute('aria-invalid'), 'false');
  });

  it('cuts off no example', async () => {
    const cut = await page.locator('.search-word input').evaluateAll((inputs) =>
      inputs.filter((one) => {
        one.value = one.placeholder;
        const isCut = one.scrollWidth > one.clientWidth;
        one.value = '';
        return isCut;
      }).length,
    );
    assert.equal(cut, 0);
  });

  it('says that nobody answers, and searches again by itself', async () => {
    await page.goto(`${service.address}characters.html`);
    await page.route('**/v1/characters/search', (route) => route.abort('connectionrefused'));
    await code().fill('辻');
    await page.getByText('サービスにつながりません。').waitFor();
    await page.getByText('つながると自動で探し直します。').waitFor();
    await page.unroute('**/v1/characters/search');
    await shape('見つかった文字', 'MJ025761').waitFor();
    assert.equal(await page.getByText('サービスにつながりません。').count(), 0);
  });

  it('says so too of a question that is not answered for long', async () => {
    let open = () => {};
    const closed = new Promise((resolve) => (open = resolve));
    await page.route('**/v1/characters/search', async (route) => {
      await closed;
      await route.abort().catch(() => {});
    });
    await code().fill('渡');
    await page.getByText('探しています…').waitFor();
    await page.getByText('サービスにつながりません。').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    open();
    await shape('見つかった文字', 'MJ').first().waitFor();
    await page.getByText('サービスにつながりません。').waitFor({ state: 'detached' });
  });

  it('puts another shape into an input of the form, and the sheet follows', async () => {
    await page.goto(`${service.address}?form=residence-change`);
    const notifier = page.getByRole('group', { name: /^届出人/ });
    const input = notifier.getByRole('textbox', { name: /^氏名/ });
    await input.fill('辻　一郎');
    await notifier.getByRole('button', { name: '氏名の字形を見る' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^1字目/ }).waitFor();
    await holdsOnAllScreens('characters-dialog');
    await dialog.getByRole('list', { name: '1字目の字形' }).getByRole('button').filter({ hasText: 'MJ025760' }).click();
    await dialog.getByRole('button', { name: '閉じる' }).click();
    assert.equal(await input.inputValue(), '辻\u{E0102}　一郎');
    await page.locator('.sheet svg [data-element="notifier-name"][aria-label*="辻\u{E0102}"]').waitFor();
  });

  it('loses nothing to a slow answer', async () => {
    await openWindow('辻邉');
    await shape('1字目の字形', 'MJ025760').waitFor();
    await dialog().getByText('文字を探して末尾に加える').click();
    await code().fill('渡');
    await shape('見つかった文字', 'MJ').first().waitFor();
    await page.route('**/v1/characters/variants', async (route) => {
      await pause(2000);
      await route.continue();
    });
    await shape('1字目の字形', 'MJ025760').click();
    assert.equal(await nameInput().inputValue(), '辻\u{E0102}邉');
    await shape('見つかった文字', 'MJ').first().click();
    const longer = await nameInput().inputValue();
    assert.match(longer, /^辻\u{E0102}邉渡/u);
    const older = shape('1字目の字形', 'MJ025761');
    assert.equal(await older.getAttribute('aria-disabled'), 'true');
    await pause(700);
    await page.screenshot({ path: path.join(pictures, 'characters-waiting-1280.png') });
    await older.click({ force: true });
    assert.equal(await nameInput().inputValue(), longer);
    await dialog().getByRole('button', { name: /^3字目/ }).waitFor();
    await older.click();
    assert.match(await nameInput().inputValue(), /^辻\u{E0103}?邉渡/u);
    await page.unrouteAll({ behavior: 'wait' });
  });

  it('tells equal characters of a name apart by their places', async () => {
    await openWindow('辻渡辻');
    await dialog().getByRole('button', { name: /^3字目/ }).click();
    await shape('3字目の字形', 'MJ025760').click();
    assert.equal(await nameInput().inputValue(), '辻渡辻\u{E0102}');
  });

  it('keeps the keyboard on the shape that was chosen', async () => {
    await openWindow('渡邉');
    await dialog().getByRole('button', { name: /^2字目/ }).click();
    const shapes = grid('2字目の字形').getByRole('button');
    await shapes.nth(12).waitFor();
    const number = await shapes.nth(12).getAttribute('data-character');
    const answer = page.waitForResponse('**/v1/characters/variants');
    await shapes.nth(12).focus();
    await page.keyboard.press('Enter');
    await answer;
    await grid('2字目の字形').locator(`[data-character="${number}"][aria-disabled="false"]`).waitFor();
    await page.waitForFunction((wanted) => document.activeElement?.dataset.character === wanted, number);
    assert.equal(
      await grid('2字目の字形').locator('[aria-pressed="true"]').getAttribute('data-character'),
      number,
    );
  });

  it('shows how to close the window however far down one is', async () => {
    await page.setViewportSize(screens[2]);
    await dialog().evaluate((one) => one.scrollTo(0, one.scrollHeight));
    const { top, bottom } = await dialog()
      .getByRole('button', { name: '閉じる' })
      .evaluate((one) => one.getBoundingClientRect());
    await page.screenshot({ path: path.join(pictures, 'characters-dialog-end-512.png') });
    assert.ok(top >= 0 && bottom <= screens[2].height);
    await page.setViewportSize(screens[0]);
  });

  it('does not put in what no font draws', async () => {
    await openWindow('辻');
    await dialog().getByText('文字を探して末尾に加える').click();
    await code().fill('🏠');
    const house = shape('見つかった文字', 'この文字を描けるフォントがありません');
    await house.waitFor();
    await holdsOnAllScreens('characters-not-drawn');
    await house.click({ force: true });
    assert.equal(await nameInput().inputValue(), '辻');
  });

  it('shows the shapes of at most 100 characters, and searches all the same', async () => {
    await openWindow('辻'.repeat(101));
    await dialog().getByText('100字までの文字列の字形を見られます。').waitFor();
    await dialog().getByText('文字を探して末尾に加える').click();
    await code().fill('渡');
    await shape('見つかった文字', 'MJ').first().click();
    assert.match(await nameInput().inputValue(), /渡/);
  });

  it('leaves line feeds where they are', async () => {
    await page.goto(`${service.address}?form=residence-change`);
    const lines = page.locator('textarea').first();
    await lines.fill('渡\n辻');
    await page.locator('.with-characters', { has: page.locator('textarea') }).first().getByRole('button').click();
    await dialog().getByRole('button', { name: /^2字目/ }).click();
    assert.equal(await grid('印字される字形').getByRole('button').count(), 2);
    await shape('2字目の字形', 'MJ025760').click();
    assert.equal(await lines.inputValue(), '渡\n辻\u{E0102}');
    await page.keyboard.press('Escape');
  });

  it('keeps the keyboard where it was when the window closes', async () => {
    const opener = page.getByRole('group', { name: /^届出人/ }).getByRole('button', { name: '氏名の字形を見る' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.ok(await opener.evaluate((one) => one === document.activeElement));
  });

  it('complains of nothing', () => assert.deepEqual(complaints, []));
});
