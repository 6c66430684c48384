/** What people made of one edition on two branches, beside its sentences: both are kept, and what only one can be is shown. */

import { expect, test } from 'vitest';
import { mergeLayouts } from '../../src/merge/merge-layouts.ts';
import { sentences } from '../../src/sentences.ts';

const base = '# Puerto\n\nUno. Dos.\n\nTres.\n';
const merge = (ours: string, theirs: string, was = base) => mergeLayouts(was, ours, theirs, (line) => sentences(line, 'es'));

test.each<[string, string, string, string]>([
  [
    'a paragraph each, in one place',
    base.replace('\n\nTres', '\n\nMío.\n\nTres'),
    base.replace('\n\nTres', '\n\nTuyo.\n\nTres'),
    base.replace('\n\nTres', '\n\nMío.\n\nTuyo.\n\nTres'),
  ],
  ['one at the end', `${base}\nMío.\n`, `${base}\n- Tuyo.\n`, `${base}\nMío.\n\n- Tuyo.\n`],
  [
    'a paragraph moved by one, another written by the other',
    '# Puerto\n\nTres.\n\nUno. Dos.\n',
    base.replace('# Puerto', 'Tuyo.\n\n# Puerto'),
    'Tuyo.\n\n# Puerto\n\nTres.\n\nUno. Dos.\n',
  ],
  [
    'a front matter each',
    `---\nslug: uno\n---\n\n${base}`,
    `---\ntranslator: Ana\n---\n\n${base}`,
    `---\nslug: uno\ntranslator: Ana\n---\n\n${base}`,
  ],
])('%s', (_, ours, theirs, text) => {
  expect(merge(ours, theirs)).toEqual({ text, conflicts: 0 });
});

test('keys that each has added where there are some, and entries of one list', () => {
  const front = (lines: string) => `---\ntitle: Puerto\n${lines}---\n${base}`;
  expect(merge(front('slug: uno\n'), front('aliases:\n  - /viejo\n'), front(''))).toEqual({
    text: front('slug: uno\naliases:\n  - /viejo\n'),
    conflicts: 0,
  });
  const [was, ours, theirs] = ['', '  - /mio\n', '  - /tuyo\n'].map((one) => front(`aliases:\n  - /viejo\n${one}`)) as [
    string,
    string,
    string,
  ];
  expect(merge(ours, theirs, was).text).toContain('  - /mio\n  - /tuyo\n');
});

test.each([
  ['the same key', `---\nslug: uno\n---\n${base}`, `---\nslug: dos\n---\n${base}`],
  ['the same line', base.replace('# P', '## P'), base.replace('# P', '### P')],
  ['a member of a JSON object', `{\n"slug": "uno"\n}\n${base}`, `{\n"draft": true\n}\n${base}`],
])('%s is a conflict', (_, ours, theirs) => {
  const { text, conflicts } = merge(ours, theirs);
  expect(conflicts).toBe(1);
  expect(text).toMatch(/<<<<<<< ours\n[\s\S]*=======\n[\s\S]*>>>>>>> theirs\n/);
});
