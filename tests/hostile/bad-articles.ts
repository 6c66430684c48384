/** What sinks a parser or a tree's reader, by the name of the article that it is in. */
export const BAD: Readonly<Record<string, { readonly front?: string; readonly body?: string }>> = {
  cyclic: { front: 'tags: &x [*x]' },
  merged: { front: 'meta: &m { a: 1, <<: *m }' },
  'deep-front': { front: `x: ${'{ a: '.repeat(3000)}1${' }'.repeat(3000)}` },
  bold: { body: `${'<b>'.repeat(1500)}Words.${'</b>'.repeat(1500)}` },
  unclosed: { body: `${'<div>'.repeat(1500)}\n\nWords.` },
  list: { body: `${'- '.repeat(1000)}words` },
  indented: { body: Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- words`).join('\n') },
  quote: { body: `${'> '.repeat(2000)}words` },
  mixed: { body: `${'> - '.repeat(600)}words` },
};

/** Those of which no edition can be made: the others are odd, and their words are read. */
export const UNREADABLE = Object.keys(BAD).filter((name) => name !== 'cyclic' && name !== 'merged');

export const badArticle = (front = '', body = 'The ferry is in the harbour.') =>
  `---\ntitle: A story\ndate: 2026-01-01\n${front}\n---\n\n${body}\n`;
