import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Target } from '../../src/article.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { writeEdition } from '../../src/markdown/write.ts';
import { loudFile } from './contract.ts';

const hasHugo = spawnSync('hugo', ['version']).status === 0;

const STRINGS = `[home]
other = "Front \\"page\\""

[replies]
one = "{{ .Count }} reply"
other = "{{ .Count }} replies"
`;
const ARTICLE = '---\ntitle: A\n---\n\n{{< figure alt="One" caption=`Two` >}}\n';
const WORDS = 'Say "é" \\ it\'s <b> & {x} `y`';

/** A site of one page, in the words of its edition. */
function site(): string {
  const root = mkdtempSync(join(tmpdir(), 'dragoman-hugo-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const article = readArticle(ARTICLE, { locale: 'en', slug: 'a' });
  const targets = new Map<string, Target>(
    article.blocks
      .filter(({ kind }) => kind === 'attribute')
      .flatMap(({ segments }) => segments.map(({ id }) => [id, { text: [WORDS], state: 'machine', origin: { by: 'engine' }, terms: [] }])),
  );
  const files = {
    'hugo.toml': 'defaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/en"\n[languages.uk]\ncontentDir = "content/uk"\n',
    'i18n/en.toml': STRINGS,
    'i18n/uk.toml': loudFile({ file: 'i18n/en.toml', source: STRINGS }, 'uk'),
    'content/en/a.md': ARTICLE,
    'content/uk/a.md': writeEdition({ article, locale: 'uk', targets }),
    'layouts/_default/single.html': '{{ i18n "home" }}|{{ range (slice 1 3 5 21) }}{{ i18n "replies" . }}|{{ end }}{{ .Content }}',
    'layouts/shortcodes/figure.html': '<alt>{{ .Get "alt" | jsonify }}</alt><caption>{{ .Get "caption" | jsonify }}</caption>',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

test.skipIf(!hasHugo)(
  'Hugo (if it is installed) chooses the forms that were made, and reads the words of a shortcode as they were meant',
  () => {
    const root = site();
    const built = spawnSync('hugo', ['--quiet', '--source', root], { encoding: 'utf8' });
    expect(built.stderr + built.stdout).toBe('');
    const page = readFileSync(join(root, 'public/uk/a/index.html'), 'utf8')
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(page).toContain('FRONT "PAGE"|1 REPLY|3 REPLIES|5 REPLIES|21 REPLY|');
    const said = (name: string) => JSON.parse(new RegExp(`<${name}>(.*)</${name}>`).exec(page)?.[1] ?? '""') as string;
    // In quotes Hugo drops every backslash.
    expect(said('alt')).toBe(WORDS.replaceAll('\\', ''));
    // Nothing is escaped between backticks, so that a backtick is an apostrophe there.
    expect(said('caption')).toBe(WORDS.replaceAll('`', "'"));
  },
);
