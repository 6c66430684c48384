/** Law 6, the run after: once a person and then the source's author have made a change, a run that carries it in leaves nothing to the next. */

import { expect, test } from 'vitest';
import { run } from '../support/newsroom.ts';

const source = `# Ferries

The night ferry is back. Nobody was late.

\`\`\`js
go(1);
\`\`\`

The stairs are wet. Hold the rail.

The town pays the rest. It is not much money.
`;
const swapped = source.replace(/(The stairs[^\n]*)\n\n(The town[^\n]*)/, '$2\n\n$1');

function settles(edition: string, now: string, first = run(source)) {
  const learned = run(source, { ...first, edition });
  expect(learned).toMatchObject({ edition, sent: [] });
  const carried = run(now, learned);
  expect(run(now, carried)).toMatchObject({ edition: carried.edition, record: carried.record, sent: [] });
  return carried.edition;
}

test.each([
  ['code', '```js', '~~~js'],
  ['code in which a fence with a language ends nothing', '```js\ngo(1);\n```', '```\nmine()\n\n```js\ngo(1);'],
  ['a comment', '```js', '<!-- mine\n```js'],
  ['raw HTML', '```js\ngo(1);\n```', '<pre>\n\ngo(1);'],
])('what a person has left open (%s) takes in all that follows: a new sentence goes before it', (_, from, to) => {
  const edition = settles(run(source).edition.replace(from, to), source.replace('Hold the rail.', 'Take the lift.'));
  expect(edition.indexOf('Takeo theo lifto.')).toBeGreaterThan(0);
  expect(edition.indexOf('Takeo theo lifto.')).toBeLessThan(edition.indexOf(to));
});

test('half of a target that a person carried into another paragraph is still its, wherever that paragraph is moved', () => {
  const half = 'Así lo cuenta la gente del puerto.';
  const translate = (text: readonly unknown[]) => [text[0] === 'The stairs are wet.' ? `Hay agua en la escalera. ${half}` : `${text[0]}o`];
  const first = run(source, undefined, { translate: translate as never });
  const edition = first.edition.replace(` ${half}`, '').replace('much money.o', `much money.o ${half}`);
  expect(edition).not.toBe(first.edition);
  expect(settles(edition, swapped, first)).toContain(`much money.o ${half}\n\nHay agua en la escalera.`);
});

test("lines without words of a person's own stay where they are beside paragraphs that the author moves", () => {
  const { edition } = run(source);
  const own = edition.replace('Theo towno', '<aside>\n\nMine, too.\n\n</aside>\n\nTheo towno');
  expect(settles(own, swapped)).toContain('<aside>\n\nMine, too.\n\n</aside>');
});

test("what is a person's own is found again in the order of the file, although the author has moved what it follows", () => {
  const own = run(source)
    .edition.replace('lateo.\n', 'lateo.\n\n<aside>\n\nMine, too.\n\n</aside>\n')
    .replace('Theo towno', '<!-- mine -->\n\nTheo towno');
  const now = source.replace(/(The night[^\n]*)\n\n([\s\S]*)\n\n(The town[^\n]*)/, '$3\n\n$2\n\n$1');
  expect(now).not.toBe(source);
  expect(settles(own, now)).toMatch(/<aside>\n\nMine, too\.\n\n<\/aside>[\s\S]*<!-- mine -->/);
});
