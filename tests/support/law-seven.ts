/** Law 7: an edition that people made is adopted, and the run after changes no byte of it. */

import { xliffFormat } from '../../src/formats/xliff.ts';
import { alignEditions } from '../../src/memory/align.ts';
import { withSource } from '../../src/merge/known.ts';
import { type Run, read, run } from './newsroom.ts';
import { ntrexArticles } from './ntrex.ts';
import { wrapped } from './person-edits/lines.ts';
import type { Random } from './random.ts';

export interface HumanEdition {
  readonly name: string;
  readonly locale: string;
  readonly source: string;
  readonly edition: string;
}

/** News that people translated: lines wrapped by hand, a front matter of its own, three paragraphs elsewhere. */
export function humanEditions(locale: string, count: number, dice: Random): HumanEdition[] {
  const theirs = ntrexArticles(locale, count);
  return [...(ntrexArticles('en', count) ?? [])].flatMap(([name, source]) => {
    const text = theirs?.get(name);
    if (text === undefined) return [];
    const own = text.replace('---\n\n', `slug: ${locale}-${name}\naliases:\n  - /old/${name}\ntranslator: "Ana Núñez" # by hand\n---\n\n`);
    const [head = '', ...paragraphs] = own.split('\n\n');
    for (let moves = 0; moves < 3 && paragraphs.length > 1; moves++) {
      const [moved = ''] = paragraphs.splice(dice.below(paragraphs.length), 1);
      paragraphs.splice(dice.below(paragraphs.length + 1), 0, moved.trimEnd());
    }
    return [{ name, locale, source, edition: wrapped(`${head}\n\n${paragraphs.map((one) => one.trimEnd()).join('\n\n')}\n`, 80) }];
  });
}

/** What the run after the adoption leaves. */
export function adopted({ source, edition, locale }: HumanEdition): Run {
  const article = read(source, 'en');
  const [aligned] = alignEditions([{ article, edition: read(edition, locale), file: 'story.md' }]);
  const record = withSource(aligned?.record as NonNullable<typeof aligned>['record'], { article, locale }, {});
  return run(source, { edition, record: xliffFormat.write(record) }, { to: locale });
}
