/** `dragoman preview`: open pages follow what is saved, errors are seen in them, and two previews leave each other alone. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CommandContext } from '../../src/cli/command.ts';
import { runPreview } from '../../src/cli/preview.ts';
import { previewFolder } from '../../src/publish/preview/folder.ts';
import { livePage } from '../../src/publish/preview/live-page.ts';
import { launch, noBrowser } from './browser.ts';
import { temporaryFolder } from './folder.ts';

const article = (title: string, more = '', body = 'Words.') => `---\ntitle: ${title}\n${more}---\n\n${body}\n`;

function project(): { cwd: string; write: (file: string, text: string) => void } {
  const cwd = temporaryFolder();
  const write = (file: string, text: string) => writeFileSync(join(cwd, 'articles', file), text);
  for (const locale of ['en', 'es']) mkdirSync(join(cwd, 'articles', locale), { recursive: true });
  writeFileSync(join(cwd, 'dragoman.config.json'), JSON.stringify({ sourceLocale: 'en', targetLocales: ['es'], engine: 'pseudo' }));
  write('en/boat.md', article('Boat', '', '[Nowhere](nowhere.md)'));
  write('en/tram.md', article('Tram', 'draft: true\n'));
  write('en/lamp.md', article('Lamp', 'embargo: 2027-01-01T08:00\n'));
  write('es/boat.md', article('Barco'));
  return { cwd, write };
}

/** @returns once the site is served */
async function preview(cwd: string, options: object = {}) {
  const stop = new AbortController();
  const said: string[] = [];
  let served: (url: string) => void = () => undefined;
  const url = new Promise<string>((resolve) => {
    served = resolve;
  });
  const context: CommandContext = {
    ...{ cwd, json: false, color: false, stderr: process.stderr, signal: stop.signal },
    env: { SOURCE_DATE_EPOCH: String(Date.parse('2026-03-23T12:00:00Z') / 1000) },
    print: (line) => {
      const found = /http:\S+/.exec(String(line))?.[0];
      if (found !== undefined) served(found);
    },
    say: (line) => said.push(line),
    shown: (file) => file,
  };
  const ended = runPreview([], { drafts: true, ...options }, context);
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
  return { url: await url, said, stop, ended };
}

interface State {
  readonly build: number;
  readonly errors: readonly string[];
  readonly open?: string;
}

/** The states that a page would hear, one after the other. */
async function* states(url: string): AsyncGenerator<State> {
  const response = await fetch(`${url}/.dragoman-preview/events`);
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield JSON.parse(/^data: (.*)$/m.exec(text.slice(0, end))?.[1] ?? '{}') as State;
      text = text.slice(end + 2);
    }
  }
}

/** The first state that is as wanted: a file that is written may be seen in two steps. */
async function until(heard: AsyncGenerator<State>, wanted: (state: State) => boolean): Promise<State> {
  for (;;) {
    const { value, done } = await heard.next();
    if (done) throw new Error('no more states');
    if (wanted(value)) return value;
  }
}

describe('the preview', () => {
  it('tells open pages of a build, what was saved and what is wrong; says nothing twice', async () => {
    const { cwd, write } = project();
    const { url, said } = await preview(cwd, { port: '0' });
    const heard = states(url);
    await until(heard, ({ build, errors }) => build === 1 && errors.length === 0);
    const dead = () => said.filter((line) => line.includes('leads nowhere')).length;
    expect(dead()).toBe(1);
    write('es/boat.md', article('Barco', '', 'Palabras nuevas.'));
    await until(heard, ({ open, errors }) => open === '/es/boat/' && errors.length === 0);
    expect(await (await fetch(`${url}/es/boat/`)).text()).toContain('Palabras nuevas.');
    expect(dead()).toBe(1);
    expect(said.at(-1)).toContain('1 finding as before');
    write('en/boat.md', '---\ntitle: "Boat\n---\n');
    await until(heard, ({ errors }) => errors.join('\n').includes('boat.md'));
    writeFileSync(join(cwd, 'dragoman.config.json'), '{');
    await until(heard, ({ errors }) => errors.length === 1 && errors.join('').includes('dragoman.config.json'));
    await heard.return(undefined);
  }, 60_000);

  it('marks what nobody may read yet, and only there', async () => {
    const { cwd } = project();
    const { url } = await preview(cwd, { port: '0' });
    const page = async (path: string) => (await fetch(url + path)).text();
    expect(await page('/en/tram/')).toContain('<strong class="badge">Draft</strong>');
    expect(await page('/en/lamp/')).toMatch(/<strong class="badge">Embargoed until January 1, 2027 at 8:00.AM UTC<\/strong>/u);
    expect(await page('/en/boat/')).not.toContain('class="withheld"');
    expect(await page('/en/')).toContain('<span class="badge">Draft</span>');
  }, 60_000);

  it('has a folder and a port of its own beside another, and leaves none', async () => {
    const { cwd } = project();
    const first = await preview(cwd);
    const second = await preview(cwd);
    expect(second.url).not.toBe(first.url);
    expect((await fetch(`${first.url}/en/boat/`)).status).toBe(200);
    expect((await fetch(`${second.url}/en/boat/`)).status).toBe(200);
    for (const { stop, ended } of [first, second]) {
      stop.abort();
      expect(await ended).toBe(0);
    }
    expect(readdirSync(join(cwd, '.dragoman/preview'))).toEqual([]);
  }, 60_000);

  it('takes away what a preview that was killed has left', () => {
    const parent = join(temporaryFolder(), 'preview');
    mkdirSync(join(parent, '999999999'), { recursive: true });
    mkdirSync(join(parent, String(process.ppid)), { recursive: true });
    const folder = previewFolder(parent, process.pid);
    expect(existsSync(folder)).toBe(true);
    expect(readdirSync(parent).sort()).toEqual([String(process.ppid), join(folder).split('/').at(-1)].sort());
  });

  it('lets its own script through the policy of a page, and no other', () => {
    const page = livePage(
      "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; script-src 'none'\"></head>",
    );
    expect(page).toContain("content=\"default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'\"");
    expect(page).toContain('src="/.dragoman-preview/live.js"');
  });

  it.skipIf(noBrowser !== undefined)(
    'leads a browser to what was saved, and shows an error over the page',
    async () => {
      const { cwd, write } = project();
      const { url } = await preview(cwd, { port: '0' });
      const browser = await launch();
      try {
        const page = await browser.newPage();
        const heard = page.waitForResponse((response) => response.url().endsWith('/events'));
        await page.goto(`${url}/en/`);
        await heard;
        write('es/boat.md', article('Barco rojo'));
        await page.getByRole('heading', { name: 'Barco rojo' }).waitFor();
        expect(new URL(page.url()).pathname).toBe('/es/boat/');
        const text = readFileSync(join(cwd, 'articles/en/boat.md'), 'utf8');
        write('en/boat.md', '---\ntitle: "Boat\n---\n');
        await page.getByRole('alert').waitFor();
        expect(await page.getByRole('alert').textContent()).toContain('boat.md');
        write('en/boat.md', text);
        await page.getByRole('alert').waitFor({ state: 'detached' });
      } finally {
        await browser.close();
      }
    },
    60_000,
  );
});

describe('who the preview answers', () => {
  const ask = (url: string, headers: Readonly<Record<string, string>>, path = '/en/boat/') =>
    new Promise<{ status: number | undefined; body: string }>((answered, failed) => {
      get(url + path, { headers }, (response) => {
        let body = '';
        response.on('data', (data) => {
          body += data;
        });
        response.on('end', () => answered({ status: response.statusCode, body }));
      }).on('error', failed);
    });

  it('is this machine alone: another name that means 127.0.0.1 gets no draft', async () => {
    const { cwd } = project();
    const { url } = await preview(cwd);
    const { port } = new URL(url);
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, '127.0.0.1:1'])
      for (const path of ['/en/boat/', '/.dragoman-preview/events']) expect(await ask(url, { host }, path)).toMatchObject({ status: 403 });
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) expect((await ask(url, { host })).body).toContain('Boat');
  });

  it('is read alone: any other method is told which it has', async () => {
    const { cwd } = project();
    const { url } = await preview(cwd);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      for (const path of ['/en/boat/', '/robots.txt', '/.dragoman-preview/events', '/nowhere']) {
        const response = await fetch(url + path, { method });
        expect([response.status, response.headers.get('allow')], `${method} ${path}`).toEqual([405, 'GET, HEAD']);
        await response.text();
      }
    for (const path of ['/en/boat/', '/robots.txt', '/.dragoman-preview/events']) {
      const response = await fetch(url + path, { method: 'HEAD' });
      expect([response.status, await response.text()], path).toEqual([200, '']);
    }
  });

  it('leads from a folder to its page, and never to another site', async () => {
    const { cwd } = project();
    const { url } = await preview(cwd);
    const leads = async (path: string) => (await fetch(url + path, { redirect: 'manual' })).headers.get('location');
    expect(await leads('/en/boat')).toBe('/en/boat/');
    expect(await leads('/en/bo%61t?a=/b#c')).toBe('/en/bo%61t/?a=/b');
    expect(await leads('//en/boat')).toBe('/en/boat/');
    expect(await leads('/en/nowhere')).toBeNull();
    expect(await (await fetch(`${url}/es/boat`)).text()).toContain('Barco');
  });

  it('goes on after a range that nobody can serve', async () => {
    const { cwd } = project();
    const { url } = await preview(cwd);
    for (const range of [
      'bytes=5-2',
      'bytes=-',
      'bytes=a-b',
      'bytes=-5',
      'bytes=0-1,3-4',
      'bytes=99999999999999999999-',
      'lines=1-2',
      'bytes=1e9-',
    ])
      expect([200, 206, 416], range).toContain((await ask(url, { range }, '/robots.txt')).status);
    expect((await ask(url, { range: 'bytes=0-3' }, '/robots.txt')).body).toBe('User');
  });

  it.each([
    ['with a NUL', '/robots.txt%00.html'],
    ['that is a NUL', '/%00'],
    ['with a NUL for a folder', '/en/%00/'],
    ['of a name of thousands of letters', `/${'a'.repeat(5_000)}.html`],
    ['of thousands of folders', `/${'a/'.repeat(3_000)}`],
    ['with a byte that is no UTF-8', '/%ff.html'],
    ['with half an escape', '/%'],
    ['that leads out', '/..%2f..%2fsecret.html'],
    ['of an object’s own', '/__proto__/'],
  ])('goes on after an address that no file has: %s', async (_, path) => {
    const { cwd } = project();
    const { url } = await preview(cwd);
    expect((await ask(url, {}, path)).status).toBe(404);
    expect((await ask(url, {}, '/robots.txt')).status).toBe(200);
  });
});
