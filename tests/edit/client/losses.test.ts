/** What somebody has written is there again, whatever happens to the page, to its server, or to the sentence. */

import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { takeLock } from '../../../src/project/lock.ts';
import { launch, noBrowser } from '../../publish/browser.ts';
import { ANA, ARTICLE, BO, isLive, newsroom, POLL, says, served, visit, writing } from './served.ts';

describe.skipIf(noBrowser !== undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function open(site: Awaited<ReturnType<typeof newsroom>>['site'], author: string, words = 'MONDAY') {
    const { page, complaints } = await visit(browser, site, author, ARTICLE);
    await isLive(page);
    await page.locator('.edition a.s', { hasText: words }).click();
    return { page, complaints };
  }
  async function write(page: Awaited<ReturnType<typeof open>>['page'], words: string) {
    await page.keyboard.press('Control+a');
    await page.keyboard.type(words);
  }

  it('two people on one sentence: the second sees both texts, and neither is lost', async () => {
    const { project, site } = await newsroom();
    const [ana, bo] = [await open(site, ANA), await open(site, BO)];
    await expect.poll(() => ana.page.locator('#people').textContent(), POLL).toBe('Bo is at sentence 2');
    await write(ana.page, 'Se abre este lunes.');
    await says(ana.page, 'Draft kept');
    await write(bo.page, 'Abre el lunes.');
    await bo.page.keyboard.press('Control+Shift+Enter');
    await expect.poll(() => project.read('articles/es/a.md'), POLL).toContain('Abre el lunes.');
    // Told at once, while she is writing; her text stays in the field.
    await ana.page.waitForSelector('.notice.conflict');
    expect(await ana.page.locator('.notice .theirs').textContent()).toBe('Abre el lunes.');
    expect(await writing(ana.page).textContent()).toBe('Se abre este lunes.');
    await ana.page.getByRole('button', { name: 'Save mine' }).click();
    await expect.poll(() => project.read('articles/es/a.md'), POLL).toContain('Se abre este lunes.');
    await expect.poll(() => bo.page.locator('.edition a.s.reviewed').textContent(), POLL).toBe('Se abre este lunes.');
  });

  it('a file that an editor has changed meanwhile is a conflict of the save, and theirs can be taken', async () => {
    const { project, site } = await newsroom();
    const { page } = await open(site, ANA);
    await write(page, 'Se abre este lunes.');
    await says(page, 'Draft kept');
    project.write('articles/es/a.md', project.read('articles/es/a.md').replace('IT OPENS ON MONDAY.', 'Abre el lunes.'));
    await page.keyboard.press('Control+Shift+Enter');
    await page.waitForSelector('.notice.conflict');
    // No key chooses between two texts.
    await page.keyboard.press('Control+Shift+Enter');
    expect(project.read('articles/es/a.md')).toContain('Abre el lunes.');
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expect.poll(() => writing(page).textContent(), POLL).toBe('Abre el lunes.');
    await page.keyboard.press('Control+Shift+Enter');
    await says(page, 'is saved');
    expect(project.read('articles/es/a.md')).toContain('Abre el lunes.');
    await page.reload();
    await isLive(page);
    expect(await page.locator('.s.draft').count()).toBe(0);
  });

  it('a draft is there again after the page is loaded anew, and after a crash of server and browser', async () => {
    const { project, site } = await newsroom();
    const { page } = await open(site, ANA);
    await write(page, 'Abre el lu');
    await says(page, 'Draft kept');
    await page.reload();
    await isLive(page);
    expect(await writing(page).textContent()).toBe('Abre el lu');
    await says(page, 'Your draft is here again.');
    // The server goes, without a word; what is written is in the browser.
    const port = Number(new URL(site.url).port);
    await site.close();
    await page.keyboard.press('End');
    await page.keyboard.type('nes');
    await says(page, 'Not kept');
    const again = await served(project.root, {}, port);
    onTestFinished(again.close);
    await says(page, 'Draft kept');
    await page.keyboard.type('.');
    await page.reload();
    await isLive(page);
    expect(await writing(page).textContent()).toBe('Abre el lunes.');
  });

  it('what somebody has written and left is what they accept', async () => {
    const { project, site } = await newsroom();
    const { page } = await open(site, ANA);
    await write(page, 'Abre el lunes.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+Enter');
    await says(page, 'is saved');
    expect(project.read('articles/es/a.md')).toContain('Abre el lunes.');
  });

  it('a draft over a sentence that has changed since is shown beside it, not merged', async () => {
    const { project, site } = await newsroom();
    const { page } = await open(site, ANA);
    await write(page, 'Se abre este lunes.');
    await says(page, 'Draft kept');
    project.write('articles/es/a.md', project.read('articles/es/a.md').replace('IT OPENS ON MONDAY.', 'Abre el lunes.'));
    await page.reload();
    await isLive(page);
    expect(await page.locator('.notice .theirs').textContent()).toBe('Abre el lunes.');
    expect(await writing(page).textContent()).toBe('Se abre este lunes.');
  });

  it('a sentence whose source has changed meanwhile is not written over; what was written goes with it', async () => {
    const { project, site } = await newsroom();
    const { page } = await open(site, ANA);
    await write(page, 'Abre el lunes.');
    await says(page, 'Draft kept');
    project.write('articles/en/a.md', project.read('articles/en/a.md').replace('It opens on Monday.', 'It opens on Sunday.'));
    await page.keyboard.press('Control+Shift+Enter');
    await page.waitForSelector('.notice.conflict');
    expect(await writing(page).textContent()).toBe('Abre el lunes.');
    expect(project.read('articles/es/a.md')).not.toContain('lunes');
    await page.getByRole('link', { name: 'To the sentence as it is now' }).click();
    await isLive(page);
    expect(await page.locator('.source a.s.current').textContent()).toBe('It opens on Sunday.');
    expect(await writing(page).textContent()).toBe('Abre el lunes.');
    await write(page, 'Abre el domingo.');
    await page.keyboard.press('Control+Shift+Enter');
    await says(page, 'is saved');
    expect(project.read('articles/es/a.md')).toContain('Abre el domingo.');
  });

  it('a source that changes under the page is told, and so is that it is as it was; what is written on goes with the sentence', async () => {
    const { project, site } = await newsroom({ watches: true });
    const { page } = await open(site, ANA);
    await write(page, 'Abre');
    await says(page, 'Draft kept');
    const before = project.read('articles/en/a.md');
    const change = () => project.write('articles/en/a.md', before.replace('It opens on Monday.', 'It opens on Sunday.'));
    const outdated = page.getByText('The article has other sentences by now.');
    change();
    await outdated.waitFor();
    project.write('articles/en/a.md', before);
    await outdated.waitFor({ state: 'detached' });
    change();
    await outdated.waitFor();
    await page.locator('#status').evaluate((element) => element.replaceChildren());
    await page.keyboard.type(' el domingo.');
    await says(page, 'Draft kept');
    await page.getByRole('link', { name: 'Load it again' }).click();
    await isLive(page);
    expect(await page.locator('.source a.s.current').textContent()).toBe('It opens on Sunday.');
    expect(await writing(page).textContent()).toBe('Abre el domingo.');
  });

  it('an article that is gone for a while, as on another branch, takes nothing with it, and the page says so in its words', async () => {
    const { project, site } = await newsroom();
    const { page } = await open(site, ANA);
    const source = project.read('articles/en/a.md');
    rmSync(`${project.root}/articles/en/a.md`);
    // A list of articles is believed for a second.
    await expect.poll(async () => (await page.request.get(`${site.url}${ARTICLE}`)).status(), POLL).toBe(404);
    await write(page, 'Abre el lunes.');
    await says(page, 'Not kept: There is no such page.');
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByText('Not saved: There is no such page.').waitFor();
    project.write('articles/en/a.md', source);
    await expect.poll(async () => (await page.request.get(`${site.url}${ARTICLE}`)).status(), POLL).toBe(200);
    await page.reload();
    await isLive(page);
    expect(await writing(page).textContent()).toBe('Abre el lunes.');
  });

  it('what waits for another command is told, and saved when that has ended', async () => {
    const { project, site } = await newsroom({ patience: 100 });
    const { page } = await open(site, ANA);
    await write(page, 'Abre el lunes.');
    const release = await takeLock(`${project.root}/.dragoman`, 'translate');
    await page.keyboard.press('Control+Shift+Enter');
    await says(page, 'another command has the files');
    release();
    await says(page, 'is saved');
    expect(project.read('articles/es/a.md')).toContain('Abre el lunes.');
  });

  it('a slow answer does not hold up the next sentence; what is not saved is told there, and the way back', async () => {
    const { project, site } = await newsroom();
    const { page } = await open(site, ANA);
    let answer = () => {};
    const isNext = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/segments\/[0-9a-f]+$/, async (route) => {
      await isNext;
      await route.continue();
    });
    await write(page, 'Se abre este lunes.');
    await says(page, 'Draft kept');
    project.write('articles/es/a.md', project.read('articles/es/a.md').replace('IT OPENS ON MONDAY.', 'Abre el lunes.'));
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => writing(page).textContent(), POLL).toBe('NOBODY WAS HURT.');
    answer();
    await page.getByRole('button', { name: 'Go there' }).click();
    expect(await page.locator('.notice .theirs').textContent()).toBe('Abre el lunes.');
    expect(await writing(page).textContent()).toBe('Se abre este lunes.');
  });

  it('a mark that is missing keeps a sentence from being accepted', async () => {
    const { project, site } = await newsroom();
    const { page } = await open(site, ANA, 'HURT');
    await write(page, 'Nadie resultó herido.');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.notice.refused');
    expect(await writing(page).textContent()).toBe('Nadie resultó herido.');
    expect(project.read('articles/es/a.md')).not.toContain('herido');
  });
});
