// The page about characters, and the window over an input: used as a clerk uses them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

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
      const refused = message.text().includes('status of 422');
      if (['error', 'warning'].includes(message.type()) && !refused) complaints.push(message.text());
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

  it('shows every shape of a character of a name, and what is known of the one chosen', async () => {
    await page.goto(`${service.address}characters.html`);
    await page.getByLabel('氏名など').fill('渡邉');
    const glyphs = grid('印字される字形');
    await glyphs.getByRole('button').nth(1).click();
    const shapes = grid('2字目の字形').getByRole('button');
    await shapes.first().waitFor();
    assert.ok((await shapes.count()) > 15);
    await shapes.filter({ hasText: 'MJ026191' }).click();
    const facts = page.getByRole('region', { name: '文字の説明' });
    assert.match(await facts.textContent(), /U\+9089 U\+E0119（Moji_Joho）/);
    await holdsOnAllScreens('characters-name');
  });

  it('draws each shape with its own path', async () => {
    const paths = await grid('2字目の字形').locator('svg path').evaluateAll((found) =>
      found.map((one) => one.getAttribute('d')),
    );
    assert.equal(new Set(paths).size, paths.length);
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

  it('puts another shape into an input of the form, and the sheet follows', async () => {
    await page.goto(service.address);
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
