// The page when something goes wrong around it: late answers, no answers, a PDF that is refused, characters that are
// printed as 〓, another municipality.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { otherCounter } from './fixtures/other_counter.mjs';
import { launchChromium } from './judges/chromium.mjs';
import { startService } from './judges/service.mjs';

const impossible = '渡邉\u{E01EF}　太郎';

describe('the page in trouble', () => {
  let service;
  let browser;
  let page;
  before(async () => {
    service = await startService();
    browser = await launchChromium();
    page = await opened(service);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function opened(of) {
    const one = await browser.newPage({ viewport: { width: 1024, height: 768 }, locale: 'ja-JP' });
    one.setDefaultTimeout(15_000);
    await one.goto(`${of.address}?form=residence-change`);
    await one.locator('.sheet svg').waitFor();
    return one;
  }

  const form = () => page.getByLabel('様式', { exact: true });
  const nameInput = (on = page) => on.getByRole('group', { name: /^届出人/ }).getByRole('textbox', { name: /^氏名/ });
  const says = (state, on = page) => on.locator('.state').getByText(state, { exact: true }).waitFor();

  it('opens the form that was chosen last, whichever comes last', async () => {
    await page.route('**/v1/forms/resident-record-copy', async (route) => {
      await pause(1000);
      await route.continue();
    });
    await form().selectOption({ label: '住民票の写し等交付請求書' });
    await form().selectOption({ label: '印鑑登録申請書' });
    await page.locator('[data-element="registrant-name"]').waitFor();
    await form().selectOption({ label: '住民票の写し等交付請求書' });
    await says('様式を開いています…');
    await form().selectOption({ label: '印鑑登録申請書' });
    await page.getByRole('group', { name: /^登録者/ }).getByLabel(/^氏名\s*必須/).fill('佐藤　花子');
    await page.locator('[data-element="registrant-name"][aria-label*="佐藤　花子"]').waitFor();
    await pause(1500);
    assert.equal(await form().locator('option:checked').textContent(), '印鑑登録申請書');
    await page.locator('[data-element="registrant-name"][aria-label*="佐藤　花子"]').waitFor();
    await page.unroute('**/v1/forms/resident-record-copy');
    await form().selectOption({ label: '住民異動届' });
    await nameInput().waitFor();
  });

  it('says in Japanese that nobody answers, and draws again by itself', async () => {
    await says('印字できます');
    await page.route('**/documents.svg*', (route) => route.abort('connectionrefused'));
    await nameInput().fill('山田');
    await says('サービスにつながりません');
    const said = await page.locator('.findings').textContent();
    assert.match(said, /サービスから応答がありません/);
    assert.doesNotMatch(said, /[A-Za-z]{4}/);
    await page.unroute('**/documents.svg*');
    await page.locator('[data-element="notifier-name"][aria-label*="山田"]').waitFor();
    await says('印字できます');
    assert.equal(await page.locator('.findings li').count(), 0);
  });

  it('opens by itself when the service comes back', async () => {
    const late = await browser.newPage();
    await late.route('**/v1/forms', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }));
    await late.goto(`${service.address}?form=residence-change`);
    await late.getByRole('alert').getByText('サービスから応答がありません。').waitFor();
    await late.unroute('**/v1/forms');
    await late.locator('.sheet svg').waitFor();
    assert.equal(await late.getByRole('alert').count(), 0);
    await late.close();
  });

  it('forgets why the PDF was refused as soon as something else is entered', async () => {
    const title = '大きすぎます。';
    await page.route('**/documents.pdf', (route) =>
      route.fulfill({
        status: 413,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', title, status: 413 }),
      }),
    );
    await page.getByRole('button', { name: 'PDFを作る' }).click();
    await page.locator('.findings li.error', { hasText: title }).waitFor();
    await says('確認が必要です');
    await nameInput().fill('山田　太郎');
    await says('印字できます');
    assert.equal(await page.locator('.findings li').count(), 0);
    assert.equal(await page.getByText(title).count(), 0);
    await page.unroute('**/documents.pdf');
  });

  it('names the tenant, and warns of every character that is printed as a mark', async () => {
    const counter = otherCounter();
    const marking = await startService(counter);
    try {
      const other = await opened(marking);
      assert.equal(await other.locator('.tenant').textContent(), counter.name);
      await says('印字できます', other);
      await nameInput(other).fill(impossible);
      await says('印字できますが、確認が必要です', other);
      await other.locator('[data-element="notifier-name"]').waitFor();
      const warning = other.locator('.findings li.warning');
      assert.match(await warning.textContent(), /^確認してください届出人 氏名/);
      const field = other.locator('.field.doubtful');
      assert.match(await field.textContent(), /^氏名必須.*U\+9089 U\+E01EF/);
      assert.equal(await nameInput(other).getAttribute('aria-invalid'), 'false');
      const coming = other.waitForEvent('download');
      await other.getByRole('button', { name: 'PDFを作る' }).click();
      assert.equal((await coming).suggestedFilename(), '住民異動届.pdf');
      await other.close();
    } finally {
      await marking.stop();
      counter.remove();
    }
  });
});
