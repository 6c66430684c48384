/** Terms that the embedded engine does not know are in the target all the same, in the form that its own word has: dictionary models in the true WebAssembly. */

import { expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { glossaryOf } from '../../src/edition/glossary.ts';
import { prepare, type Surroundings, send } from '../../src/edition/segment-request.ts';
import { createQueue } from '../../src/queue/queue.ts';
import { words } from '../../src/text.ts';
import { type Dictionary, withModels } from '../support/bergamot.ts';
import { read } from '../support/newsroom.ts';
import { limits, never } from '../support/queue.ts';

interface Example {
  readonly locale: string;
  /** What the model says: a word for a word. */
  readonly says: Dictionary;
  readonly glossary: string;
  readonly source: string;
  readonly target: string;
}

const EXAMPLES: readonly Example[] = [
  {
    locale: 'uk',
    says: [
      ['Ferry', 'Човен'],
      ['ferry', 'човен'],
      ['ferries', 'човнами'],
      ['Johnson', 'Джонсаном'],
      ['with', 'з'],
    ],
    glossary: 'ferry,пором,term\nJohnson,Джонсон,person\nHarlow,Гарлоу,place',
    source: 'Ferry with Johnson with ferries, with ferry with Harlow.',
    target: 'Пором з Джонсоном з поромами, з пором з Гарлоу.',
  },
  {
    locale: 'de',
    says: [
      ['hospital', 'Klinik'],
      ['Hospitals', 'Kliniken'],
      ['the', 'das'],
      ['of', 'von'],
    ],
    glossary: 'hospital,Ambulanz,term\nU.S.,USA,place',
    source: 'Hospitals of the U.S. of the hospital of the **U.S.**',
    target: 'Ambulanzen von das USA von das Ambulanz von das USA.',
  },
  {
    locale: 'es',
    says: [
      ['hearing', 'vista'],
      ['hearings', 'vistas'],
      ['in', 'en'],
    ],
    glossary: "hearing,audiencia pública,term\nSainsbury's,Sainsbury's,organization\nLondon,Londres,place",
    source: "hearings in London, hearing in **Sainsbury's**",
    target: "audiencias públicas en Londres, audiencia pública en Sainsbury's",
  },
];

test.for(EXAMPLES)('$locale', async ({ locale, says, glossary: rows, source, target }) => {
  const { open } = await withModels({ [`en-${locale}`]: { words: says } }, 'en', [locale]);
  const queue = createQueue(open(), { limits, clock: systemClock });
  const glossary = glossaryOf(`source,target,kind\n${rows}\n`, 'glossary.csv', 'en');
  const around: Surroundings = { slug: 'story', from: 'en', to: locale, glossary, takesTerms: false, priority: 0, contextOf: () => ({}) };
  const said: string[] = [];
  for (const block of read(`${source}\n`, 'en').blocks)
    for (const segment of block.segments) {
      const { target: made } = await send(prepare(segment, block, around), queue, around, never);
      said.push(words(made.text));
      // The record tells that a rule has put words there.
      expect(made.origin.by).toBe('repair');
    }
  await queue.close?.();
  expect(said.join(' ')).toBe(target);
});
