/** Words that do not come letter by letter: input methods and dead keys. */

import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, noBrowser } from '../../publish/browser.ts';
import { ANA, isLive, newsroom, POLL, says, visit, writing } from './served.ts';

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function open(locale: string) {
    const { project, site } = await newsroom({}, undefined, { targetLocales: [locale] });
    const { page, complaints } = await visit(browser, site, ANA, `/a/${locale}/a`);
    await isLive(page);
    await page.locator('.edition a.s', { hasText: 'MONDAY' }).click();
    const keys = await page.context().newCDPSession(page);
    return { project, page, complaints, keys };
  }
  /** What an input method shows before somebody has chosen. */
  async function compose(keys: CDPSession, ...stages: string[]) {
    for (const text of stages) await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }

  const paste = (page: Page, words: string) =>
    page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(words)});
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('.writing').dispatchEvent(paste);
    }`);

  it('Japanese: what is composed is seen, its keys are its own, and what was chosen is saved', async () => {
    const { project, page, complaints, keys } = await open('ja');
    await page.keyboard.press('Control+a');
    await compose(keys, 'g', 'げ', 'げつ', 'げつよう', '月曜');
    expect(await writing(page).textContent()).toBe('月曜');
    // Ctrl+Enter of an input method accepts nothing.
    await keys.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
      modifiers: 2,
    });
    expect(await writing(page).textContent()).toBe('月曜');
    await keys.send('Input.insertText', { text: '月曜' });
    await compose(keys, 'に', 'にひら', 'に開');
    await keys.send('Input.insertText', { text: 'に開く。' });
    await expect.poll(() => writing(page).textContent(), POLL).toBe('月曜に開く。');
    // The whole of it is one's own text: a draft, and then the sentence.
    await says(page, 'Draft kept');
    await page.keyboard.press('Control+Shift+Enter');
    await says(page, 'is saved');
    expect(project.read('articles/ja/a.md')).toContain('月曜に開く。');
    expect(complaints).toEqual([]);
  });

  it.each([
    { what: 'is in the next sentence', save: 'Control+Enter', status: undefined, becomes: /^NOBODY WAS HURT\.また今日$/ },
    // With the key that stays: who goes on is in the next sentence after a quarter of a second, whatever the answer is.
    {
      what: 'follows in the same one where it is refused',
      save: 'Control+Shift+Enter',
      status: 500,
      becomes: /^IT OPENS ON MONDAY\.また今日$/,
    },
  ])('what an input method begins in the moment of a save $what', async ({ save, status, becomes }) => {
    const { page, keys } = await open('ja');
    await page.keyboard.press('End');
    let answer = () => {};
    const isAnswered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const isAsked = page.waitForRequest((request) => request.method() === 'POST' && /segments\/[^/]+$/.test(request.url()));
    await page.route(/segments\/[^/]+$/, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await isAnswered;
      await (status === undefined ? route.continue() : route.fulfill({ status, json: { error: 'fault', message: 'Broken.' } }));
    });
    await page.keyboard.press(save);
    await isAsked;
    await compose(keys, 'ま', 'また', 'またき');
    answer();
    await page.waitForResponse((response) => response.request().method() === 'POST' && /segments\/[^/]+$/.test(response.url()));
    await compose(keys, 'また今日');
    await keys.send('Input.insertText', { text: 'また今日' });
    await expect.poll(() => writing(page).textContent(), POLL).toMatch(becomes);
    await says(page, 'Draft kept');
    expect(await writing(page).textContent()).toMatch(becomes);
  });

  it('a composition that is given up leaves the text as it was', async () => {
    const { page, complaints, keys } = await open('ja');
    await page.keyboard.press('End');
    await compose(keys, 'みな', '');
    await expect.poll(() => writing(page).textContent(), POLL).toBe('IT OPENS ON MONDAY.');
    expect(complaints).toEqual([]);
  });

  it('beside a mark what is composed goes into it, or out of it, as typed letters do', async () => {
    const { project, page, keys } = await open('ja');
    await page.locator('.edition a.s', { hasText: 'HURT' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    // At the edge within the bold word; the next step leaves it.
    await compose(keys, 'だ', 'だれ');
    await keys.send('Input.insertText', { text: '誰' });
    await page.keyboard.press('Control+Shift+Enter');
    await says(page, 'is saved');
    expect(project.read('articles/ja/a.md')).toContain('**HURT誰**.');
  });

  it('a key in the moment in which the field opens moves the cursor, and the next one finds it there', async () => {
    const { page, complaints } = await open('es');
    await page.keyboard.press('Escape');
    // The moment lasts as long as the test.
    await page.clock.setFixedTime(new Date());
    await page.keyboard.press('Enter');
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'x', 'Home', 'y']) {
      await page.keyboard.press(key);
      // The browser tells scripts of the cursor in its frames.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    }
    expect(await writing(page).textContent()).toBe('yITx OPENS ON MONDAY.');
    expect(complaints).toEqual([]);
  });

  it('letters that are typed while a sentence is saved are in the next one; of one that is refused, in itself', async () => {
    const { page } = await open('es');
    const key = (keys: string) => page.keyboard.press(keys);
    let answer = () => {};
    await page.route('**/segments/*', async (route) => {
      if (route.request().method() === 'POST')
        await new Promise<void>((done) => {
          answer = done;
        });
      await route.continue();
    });
    await key('Control+Shift+Enter');
    await page.keyboard.type('lost');
    answer();
    await says(page, 'Sentence 2 is saved');
    // Where no field opens they belong nowhere.
    await key('Enter');
    expect(await writing(page).textContent()).toBe('IT OPENS ON MONDAY.');
    await key('Control+Enter');
    await page.keyboard.type('ab');
    await paste(page, 'c\n');
    answer();
    await expect.poll(() => writing(page).textContent(), POLL).toBe('NOBODY WAS HURT.abc ');
    await key('Control+a');
    await page.keyboard.type('x');
    await key('Control+Shift+Enter');
    await page.keyboard.type('yz');
    answer();
    await page.locator('.notice.refused').waitFor();
    await expect.poll(() => writing(page).textContent(), POLL).toBe('xyz');
  });

  it('dead keys: one letter comes of two keys', async () => {
    const { project, page, complaints, keys } = await open('es');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Abrir');
    // As on Linux and a Mac: the accent is shown, and the letter takes its place.
    await compose(keys, '´');
    await keys.send('Input.insertText', { text: 'á' });
    // As on Windows: the first key says that it is dead, the second one has the letter.
    const dead = { key: 'Dead', code: 'BracketLeft', windowsVirtualKeyCode: 0xdb };
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...dead });
    await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...dead });
    await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'é', code: 'KeyE', text: 'é', windowsVirtualKeyCode: 0x45 });
    await expect.poll(() => writing(page).textContent(), POLL).toBe('Abriráé');
    await page.keyboard.press('Control+Shift+Enter');
    await says(page, 'is saved');
    expect(project.read('articles/es/a.md')).toContain('Abriráé');
    expect(complaints).toEqual([]);
  });

  it('lines of a word processor are one line, with a space between their words', async () => {
    const { page } = await open('es');
    await page.keyboard.press('Control+a');
    // Word: Shift+Enter within a paragraph, a page that ends; others: signs of Unicode for the same.
    await paste(page, 'uno\vdos\ftres\u2028cuatro \u2029 cinco\u0085seis\r\n\r\nsiete\u00a0“ocho”\u0007');
    expect(await writing(page).textContent()).toBe('uno dos tres cuatro cinco seis siete\u00a0“ocho”');
  });

  it('keys mean what is written on them, on keyboards of other layouts too', async () => {
    const { project, page, complaints, keys } = await open('es');
    const press = async (key: string, code: string, modifiers: number) => {
      const named = { key, code, modifiers, windowsVirtualKeyCode: /^[a-z]$/.test(key) ? key.toUpperCase().charCodeAt(0) : 0 };
      await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...named });
      await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...named });
    };
    const [ALT, CTRL] = [1, 2];
    const before = project.read('articles/es/a.md');
    const accept = async (text: string) => {
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
      await page.keyboard.press('Control+Shift+Enter');
      await expect.poll(() => project.read('articles/es/a.md'), POLL).toContain(text);
      await page.locator('.edition a.s.current.reviewed:visible').waitFor();
    };
    await accept('Abre el lunes.');
    // German: Y is where others have Z. Redoing takes nothing back, and undoing does.
    await press('y', 'KeyZ', CTRL);
    await press('z', 'KeyY', CTRL);
    await says(page, 'Taken back');
    expect(project.read('articles/es/a.md')).toBe(before);
    await page.keyboard.press('Enter');
    await accept('Abre hoy.');
    // Ukrainian has no Z: it is where a Latin keyboard has it.
    await press('я', 'KeyZ', CTRL);
    await expect.poll(() => project.read('articles/es/a.md'), POLL).toBe(before);
    // Alt with the number pad writes a character in Windows; with a digit that no missing mark has, it is the field's.
    await page.locator('.edition a.s', { hasText: 'HURT' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('x');
    await page.locator('.tray').waitFor();
    await press('1', 'Numpad1', ALT);
    expect(await writing(page).locator('strong').count()).toBe(0);
    await press('1', 'Digit1', ALT);
    expect(await writing(page).locator('strong').textContent()).toBe('x');
    expect(complaints).toEqual([]);
  });

  it('a term that an input method writes shows what it changes once it is chosen', async () => {
    const { run, site } = await newsroom();
    await run('glossary', 'set', 'es', 'plan', 'PLAN');
    const { page } = await visit(browser, site, ANA, '/t/es/plan');
    const keys = await page.context().newCDPSession(page);
    await page.locator('.filters input[name=target]').focus();
    await page.keyboard.press('Control+a');
    await compose(keys, 'けい', '計画');
    await keys.send('Input.insertText', { text: '計画' });
    await page.locator('form.term .effects li').waitFor();
    expect(await page.locator('h1 bdi').last().textContent()).toBe('計画');
  });
});
