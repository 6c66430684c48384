/** Alerts of an article are drawn as boxes on the site, with a heading in the reader's language. */

import { expect, test } from 'vitest';
import { nothingFound, type Shape } from '../../src/publish/body/body-tree.ts';
import { toMarkup } from '../../src/publish/body/to-markup.ts';

function markup(body: string): string {
  const shape: Shape = {
    words: { table: 'Tabla', image: 'Imagen', embed: 'Contenido', alert: (kind: string) => `[${kind}]` },
    title: '',
    sourceAnchors: undefined,
    aliases: new Map(),
    moved: {},
    link: (href: string) => ({ href }),
    image: () => undefined,
    found: nothingFound(),
  } as unknown as Shape;
  const words = { heading: 'Notas', back: (reference: string) => reference };
  return toMarkup(body, { dialect: 'md', extensions: [], locale: 'es', words }, shape).replace(/\n/g, '');
}

test.each([
  [
    'GitHub',
    '> [!NOTE]\n> The *road* opens.\n',
    '<div class="note alert"><p class="alert-title">[note]</p><p>The <em>road</em> opens.</p></div>',
  ],
  [
    'two paragraphs',
    '> [!WARNING]\n>\n> One.\n>\n> Two.\n',
    '<div class="note alert"><p class="alert-title">[warning]</p><p>One.</p><p>Two.</p></div>',
  ],
  [
    'Obsidian, with a title',
    '> [!tip]- Own title\n> Text.\n',
    '<div class="note alert"><p class="alert-title">Own title</p><p>Text.</p></div>',
  ],
  [
    'a title with a mark in it',
    '> [!danger] Own *title* here\n> Text.\n',
    '<div class="note alert"><p class="alert-title">Own <em>title</em> here</p><p>Text.</p></div>',
  ],
  ['another kind', '> [!bug]\n> Text.\n', '<div class="note alert"><p class="alert-title">[caution]</p><p>Text.</p></div>'],
  ['a quotation', '> Text.\n', '<blockquote><p>Text.</p></blockquote>'],
])('%s', (_, body, expected) => expect(markup(body)).toBe(expected));
