/** Sentences decided within their own lines: the bytes are those that the whole file's merge gives, and so is what is opened from them. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checks, recordFormat } from '../../src/adapters.ts';
import type { Segment, Target, Text } from '../../src/article.ts';
import { decide } from '../../src/edition/decide.ts';
import type { OpenEdition } from '../../src/edition/open.ts';
import { segmentsOf } from '../../src/edition/open.ts';
import { openOne } from '../../src/edition/open-one.ts';
import { asRead } from '../../src/edition/review.ts';
import { openDisk } from '../../src/project/disk.ts';
import { openProject, sources } from '../../src/project/project.ts';
import { normalize } from '../../src/text.ts';
import { inProcessCheckout as checkout, inProcess } from '../support/program.ts';
import { type Random, random } from '../support/random.ts';

const OWN = resolve(import.meta.dirname, '../../articles/en');
const WORDS = [
  'puerto',
  'barca',
  '1.',
  '# no',
  '* no',
  '[enlace]',
  '<b>',
  'Sí. No.',
  '`x`',
  'a_b_c',
  '|',
  'fin.',
  '¿Qué?',
  '> cita',
  '&amp;',
  '+ más',
];

/** Another text for a sentence: its marks in their order, other words between them. */
function otherText({ text }: Segment, current: Target | undefined, any: Random): Text {
  const pieces = (current?.text ?? text).map((piece) =>
    typeof piece !== 'string' || any.chance(0.3)
      ? piece
      : piece.replace(/\p{L}{3,}/gu, (word) => (any.chance(0.4) ? any.one(WORDS) : word)),
  );
  return normalize(any.chance(0.3) ? [any.one(WORDS), ' ', ...pieces] : pieces);
}

/** The same without what is known of the file as edits of its source: all of it is merged. */
const asWhole = (open: OpenEdition): OpenEdition => {
  const { spliced: _, ...taken } = open.taken;
  return { ...open, taken };
};

async function compared(files: Readonly<Record<string, string>>, rounds: number, any: Random) {
  const project = checkout(files);
  await inProcess(project.root)('translate');
  const disk = openDisk(openProject(project.root), { recordFormat, checks });
  let within = 0;
  let all = 0;
  for (const source of sources(openProject(project.root))) {
    let open = openOne(disk, source, 'es').open;
    const { desk } = openOne(disk, source, 'es');
    const segments = segmentsOf(open.edition.article);
    for (let round = 0; round < rounds; round++) {
      const chosen = Array.from({ length: 1 + any.below(2) }, () => any.one(segments));
      const decided = new Map(
        chosen.flatMap((segment): [string, Target][] => {
          const current = open.edition.targets.get(segment.id);
          if (current === undefined) return [];
          if (any.chance(0.2)) return [[segment.id, asRead(current)]];
          const text = otherText(segment, current, any);
          return [[segment.id, { text, state: 'reviewed', origin: { by: 'person' }, terms: desk.glossary.touching(segment) }]];
        }),
      );
      const { next, ...files } = decide(open, decided, desk);
      const whole = decide(asWhole(open), decided, desk);
      all++;
      expect(files.edition?.text).toBe(whole.edition?.text);
      expect(files.record.text).toBe(whole.record.text);
      expect(whole.next).toBeUndefined();
      if (next !== undefined) within++;
      expect(
        await disk.write({
          file: open.file,
          recordFile: open.recordFile,
          texts: open.texts,
          record: files.record,
          ...(files.edition && { edition: files.edition }),
          removed: [],
        }),
      ).toBe(true);
      const again = openOne(disk, source, 'es').open;
      if (next !== undefined) {
        expect(next.texts).toEqual(again.texts);
        expect(next.edition.targets).toEqual(again.edition.targets);
        expect(next.record).toEqual(again.record);
      }
      open = next ?? again;
    }
  }
  return { within, all };
}

test('articles of news: what is decided within its lines is what the whole merge gives', async () => {
  const files = Object.fromEntries(readdirSync(OWN).map((name) => [`articles/en/${name}`, readFileSync(join(OWN, name), 'utf8')]));
  const { within, all } = await compared(files, 8, random(5));
  expect(within / all).toBeGreaterThan(0.5);
});
