/** HTML that no element may hold so: words, order and links stay, and the page is valid. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput } from './newsroom.ts';
import { deadLinks } from './pages.ts';

const CASES: readonly [what: string, source: string, body: string][] = [
  [
    'a picture of elsewhere in a link',
    '[![badge](https://x.example/b.svg)](https://y.example)',
    '<p><a href="https://y.example">Image: badge</a></p>',
  ],
  ['a paragraph in a span', '<span>\n\nWords.\n\n</span>', '<p><span>Words.</span></p>'],
  ['a list in bold', '<b>\n\n- one\n- two\n\n</b>', '<ul><li><b>one</b></li><li><b>two</b></li></ul>'],
  ['a list in a span in a block', '<div><span>\n\n- a\n\n</span></div>', '<div><ul><li><span>a</span></li></ul></div>'],
  ['blocks in small print', '<small>\n\npara\n\n- li\n\n</small>', '<p><small>para</small></p><ul><li><small>li</small></li></ul>'],
  ['code in an underline', '<u>\n\n```js\nx\n```\n\n</u>', '<pre tabindex="0"><u><code class="language-js">x</code></u></pre>'],
  ['a quotation in emphasis', '<em>\n\n> Words\n\n</em>', '<blockquote><p><em>Words</em></p></blockquote>'],
  ['a heading in emphasis', '<em>\n\n## Head\n\n</em>', '<h2 id="head"><em>Head</em></h2>'],
  ['a rule in bold', '<b>\n\none\n\n---\n\ntwo\n\n</b>', '<p><b>one</b></p><hr><p><b>two</b></p>'],
  ['words between blocks in bold', '<b>one<p>two</p>three</b>', '<p><b>one</b></p><p><b>two</b></p><b>three</b>'],
  [
    'a table in italics',
    '<i>\n\n| a |\n|---|\n| b |\n\n</i>',
    '<section class="table" tabindex="0" aria-label="Table 1"><table><thead><tr><th scope="col"><i>a</i></th></tr></thead><tbody><tr><td><i>b</i></td></tr></tbody></table></section>',
  ],
  ['a paragraph in a heading', '<h2><p>Head</p></h2>', '<h2 id="head">Head</h2>'],
  ['blocks in a heading', '<h3><div>one</div><div>two</div></h3>', '<h2 id="onetwo">one two</h2>'],
  ['an empty heading', 'a [b](#at-section)\n\n## ', '<p>a <a href="#at-section">b</a></p><div id="at-section"></div>'],
  [
    'a heading in a cell',
    '<table><tr><th><h3>a</h3></th><td>b</td></tr></table>',
    '<section class="table" tabindex="0" aria-label="Table 1"><table><tbody><tr><th scope="row"><span id="a">a</span></th><td>b</td></tr></tbody></table></section>',
  ],
  ['blocks in a text as it is', '<pre><div>a</div><div>b</div></pre>', '<pre tabindex="0">ab</pre>'],
  ['an item without a list', '<li>one</li><li>two</li>', '<ul><li>one</li><li>two</li></ul>'],
  ['a menu', '<menu><li>a</li></menu>', '<ul><li>a</li></ul>'],
  ['terms without a list', '<dt>a</dt><dd>b</dd>', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ['a paragraph among terms', '<dl><p>x</p><dt>a</dt><dd>b</dd></dl>', '<dl><dd><p>x</p></dd><dt>a</dt><dd>b</dd></dl>'],
  ['groups of terms', '<dl><div><dt>a</dt><dd>b</dd></div></dl>', '<dl><div><dt>a</dt><dd>b</dd></div></dl>'],
  ['a summary alone', '<summary>alone</summary>', '<p>alone</p>'],
  ['what folds without a summary', '<details open id="d">words</details>', '<div id="d">words</div>'],
  ['a summary behind', '<details><p>a</p><summary>s</summary></details>', '<details><summary>s</summary><p>a</p></details>'],
  ['two summaries', '<details><summary>s</summary><summary>t</summary>x</details>', '<details><summary>s</summary><p>t</p>x</details>'],
  ['a heading that folds', '<details><summary><h2>s</h2></summary>x</details>', '<details><summary><h2 id="s">s</h2></summary>x</details>'],
  ['a caption alone', '<figcaption>alone</figcaption>', '<p>alone</p>'],
  [
    'two captions',
    '<figure><p>a</p><figcaption>c</figcaption><figcaption>d</figcaption></figure>',
    '<figure><p>a</p><figcaption>c d</figcaption></figure>',
  ],
  [
    'a caption in the middle',
    '<figure><p>a</p><figcaption>c</figcaption><p>b</p></figure>',
    '<figure><p>a</p><p>b</p><figcaption>c</figcaption></figure>',
  ],
  ['ruby text alone', '<rt>alone</rt>', '<p>alone</p>'],
  [
    'blocks in a link',
    '<a href="https://a.example">\n\n## Head\n\nText.\n\n</a>',
    '<h2 id="head"><a href="https://a.example">Head</a></h2><p><a href="https://a.example">Text.</a></p>',
  ],
  [
    'a link in a link, blocks between',
    '<a href="https://a.example">\n\nA [b](https://b.example).\n\n</a>',
    '<p><a href="https://a.example">A </a><a href="https://b.example">b</a>.</p>',
  ],
  ['a number that is none', '<ol start="x"><li>a</ol>', '<ol><li>a</li></ol>'],
  ['a direction that is none', '<p dir="sideways">x</p>', '<p>x</p>'],
  ['an element of their own around items', '<div><x-list><li>a</li></x-list></div>', '<div><ul><li>a</li></ul></div>'],
  [
    'a drawing in a span',
    '<span><svg><rect width="1" height="1"/></svg></span>',
    '<p><span><svg aria-hidden="true"><rect width="1" height="1"></rect></svg></span></p>',
  ],
];

it('is put right, and nothing of it is lost', async () => {
  const root = temporaryFolder();
  const out = join(root, 'site');
  const drafts = Object.fromEntries(
    CASES.map(([, source], at) => [`case-${at}`, { en: { text: `---\ntitle: Case\n---\n\n${source}\n` } }]),
  );
  await buildSite(siteInput(root, drafts, { locales: ['en'] }), { out });
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
  const told = CASES.map(([what], at) => {
    const page = readFileSync(join(out, `en/case-${at}/index.html`), 'utf8');
    const body = /<!--body-->([\s\S]*)<!--\/body-->/.exec(page)?.[1] ?? '';
    const faults = validator.validateStringSync(page).results.flatMap(({ messages }) => messages.map(({ message }) => message));
    return [what, body.replaceAll('\n', ''), faults];
  });
  expect(told).toEqual(CASES.map(([what, , body]) => [what, body, []]));
  expect(deadLinks(out, 'https://courier.example')).toEqual([]);
});

it('a link to an anchor of its own page that is not there, by the address of the page, leads to the page', async () => {
  const root = temporaryFolder();
  const out = join(root, 'site');
  const text = '---\ntitle: Case\n---\n\n[a](./#none) [b](/en/self/#part) [c](self.md#none)\n\n## Part\n';
  await buildSite(siteInput(root, { self: { en: { text } } }, { locales: ['en'] }), { out });
  const page = readFileSync(join(out, 'en/self/index.html'), 'utf8');
  expect([...page.matchAll(/<a href="([^"]*)">[abc]</g)].map(([, href]) => href)).toEqual(['/en/self/', '/en/self/#part', '/en/self/']);
});
