import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput } from './newsroom.ts';
import { siteFiles } from './pages.ts';

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

async function published(root: string, publish: object = {}) {
  const out = join(root, 'site');
  const { findings } = await buildSite(siteInput(root, {}, { locales: ['en', 'es'], publish }), { out });
  return { files: siteFiles(out), findings, text: (file: string) => readFileSync(join(out, file), 'utf8') };
}

it('publishes no name that begins with a dot but .well-known and what is named', async () => {
  const root = temporaryFolder();
  put(join(root, 'public'), {
    '.env': 'KEY=1',
    '.git/config': 'c',
    'a/.ssh/id': 'k',
    '.nojekyll': '',
    '.well-known/security.txt': 's',
    'icon.txt': 'i',
  });
  const before = await published(root);
  expect(before.files).toEqual(expect.arrayContaining(['.well-known/security.txt', 'icon.txt']));
  expect(before.files.filter((file) => /env|git|ssh|nojekyll/.test(file))).toEqual([]);
  const named = before.findings.map(({ file }) => file).toSorted();
  expect(named).toEqual(['public/.env', 'public/.git', 'public/.nojekyll', 'public/a/.ssh']);
  expect((await published(root, { dotFiles: ['.nojekyll'] })).files).toContain('.nojekyll');
});

it('follows no link out of the project, to a folder, or to a hidden file', async () => {
  const [root, other] = [temporaryFolder(), temporaryFolder()];
  put(other, { 'secret.txt': 'secret', 'folder/deep.txt': 'secret' });
  put(root, { '.env': 'secret', 'shared/logo.txt': 'logo', 'public/icon.txt': 'i' });
  const links = {
    'to-file.txt': join(other, 'secret.txt'),
    'to-folder': other,
    'to-env.txt': '../.env',
    inside: '../shared',
    dead: 'nowhere',
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(root, 'public', name));
  symlinkSync('../shared/logo.txt', join(root, 'public/logo.txt'));
  const { files, findings, text } = await published(root);
  expect(findings.map(({ file }) => file).toSorted()).toEqual(
    Object.keys(links)
      .map((name) => `public/${name}`)
      .toSorted(),
  );
  expect(text('logo.txt')).toBe('logo');
  for (const file of files) expect(text(file), file).not.toContain('secret');
});

it('takes no public folder that is a link out of the project', async () => {
  const [root, other] = [temporaryFolder(), temporaryFolder()];
  put(other, { 'secret.txt': 'secret' });
  symlinkSync(other, join(root, 'public'));
  const { files, findings } = await published(root);
  expect(files).not.toContain('secret.txt');
  expect(findings).toMatchObject([{ level: 'warning', file: 'public' }]);
});

it.each(['.', './', '..', '../other', '/etc', 'a/../..', '.git', 'public/../.dragoman', ''])(
  'refuses %j as the public folder',
  (assets) => {
    expect(() => parseConfig({ sourceLocale: 'en', targetLocales: ['es'], publish: { assets } }, 'c')).toThrow(
      '"publish.assets" is not usable',
    );
  },
);

it('publishes once what an article shows of the public folder', async () => {
  const root = temporaryFolder();
  const gif = (width: number) => `GIF89a${String.fromCharCode(width, 0, 10, 0)}`;
  put(root, { 'public/maps/a b.gif': gif(30), 'public/talk.mp3': 'sound', 'articles/en/beside.gif': gif(20) });
  const text = '---\ntitle: Maps\n---\n\n![Map](</maps/a b.gif>)\n\n![Beside](beside.gif)\n\n<audio src="/talk.mp3"></audio>\n';
  const input = siteInput(root, { maps: { en: text } }, { locales: ['en'] });
  const out = join(root, 'site');
  const page = () => readFileSync(join(out, 'en/maps/index.html'), 'utf8');
  const first = await buildSite(input, { out });
  expect(first.findings).toEqual([]);
  expect(siteFiles(out).filter((file) => /\.(?:gif|mp3)$/.test(file))).toEqual([
    'maps/a b.gif',
    expect.stringMatching(/^media\/beside\.\w+\.gif$/),
    'talk.mp3',
  ]);
  expect(page()).toMatch(/src="\/maps\/a%20b\.gif" alt="Map" .*width="30"/);
  expect(page()).toContain('<source src="/talk.mp3"');
  expect((await buildSite(input, { out })).files.written).toEqual([]);
  // Its address does not say that it is another picture.
  put(root, { 'public/maps/a b.gif': gif(40) });
  expect((await buildSite(input, { out })).findings).toEqual([]);
  expect(page()).toMatch(/src="\/maps\/a%20b\.gif" alt="Map" .*width="40"/);
});
