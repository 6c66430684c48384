/** What a reader follows: URLs, e-mail addresses, images, footnotes and references are the same in source and target. */

import type { Text } from '../article.ts';
import { type Worded, worded } from '../text/worded.ts';
import { marks } from '../text.ts';
import type { Remark, SegmentCheck } from './check.ts';

export const linksCheck: SegmentCheck = {
  name: 'links',
  segment: ({ segment, target, sourceWords, targetWords }) => {
    // A person's link leads where they want it to: the page in the edition's language. One less is for somebody to see, one more is theirs.
    const isPersons = target.state !== 'machine';
    const level = isPersons ? ({ level: 'note' } as const) : {};
    const lost = (one: string) => (isPersons && kind(one) !== FOOTNOTE ? ({ level: 'warning' } as const) : {});
    const at = (one: string) => {
      const mark = marks(target.text).find(({ source }) => source.includes(one));
      return mark === undefined ? {} : { mark };
    };
    const remarks: Remark[] = [];
    const expected = [...destinations(segment.text), ...addresses(sourceWords)];
    const got = [...destinations(target.text), ...addresses(targetWords)];
    const added = missing(got, expected);
    for (const one of missing(expected, got)) {
      const like = added.findIndex((candidate) => kind(candidate) === kind(one));
      // Each of the target's links is that of one in the source: the next one of its kind.
      const [other] = like < 0 ? [] : added.splice(like, 1);
      if (other === undefined) remarks.push({ ...worded`${kind(one)} ${one} is lost`, expected: [one], got: [], ...lost(one) });
      else remarks.push({ ...worded`${kind(one)} changed`, expected: [one], got: [other], ...at(other), ...level });
    }
    for (const one of added)
      remarks.push({
        ...worded`${kind(one)} ${one} is not in the source`,
        expected: [],
        got: [one],
        ...at(one),
        ...level,
      });
    return remarks;
  },
};

/** Markup that leads somewhere: `](url "title")`, `[^note]`, `[text][ref]`, `<https://...>`, images, href and src. */
function destinations(text: Text): string[] {
  const found: string[] = [];
  for (const { source, role } of marks(text)) {
    if (role === 'alone' && /^\[\^/.test(source)) found.push(source);
    const inline = /\]\(\s*(<[^>]*>|[^\s)]*)/.exec(source)?.[1];
    const reference = /\]\[([^\]]+)\]/.exec(source)?.[0];
    const automatic = /^<([a-z][a-z0-9+.-]*:[^>\s]*|[^>\s@]+@[^>\s]+)>$/i.exec(source)?.[1];
    if (inline !== undefined) found.push(inline);
    if (reference !== undefined) found.push(reference);
    if (automatic !== undefined) found.push(automatic);
    for (const attribute of source.matchAll(/\b(?:href|src)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi)) found.push(attribute[1] ?? '');
  }
  return found;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'«»“”「」（），。、]+|\bwww\.[^\s<>"'«»“”「」（），。、]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

/** URLs and e-mail addresses among the words, without the sentence's punctuation at their end. */
function addresses(words: string): string[] {
  if (!words.includes('@') && !/https?:|www\./i.test(words)) return [];
  return [...words.matchAll(ADDRESS)].map((match) => match[0].replace(/(?<![.,;:!?)\]])[.,;:!?)\]]+$/, ''));
}

/** Those of `a` that `b` has fewer of. */
function missing(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const FOOTNOTE = worded`The footnote`;
const REFERENCE = worded`The reference`;
const EMAIL = worded`The e-mail address`;
const URL_SAID = worded`The URL`;

function kind(destination: string): Worded {
  if (destination.startsWith('[^')) return FOOTNOTE;
  if (destination.startsWith('][')) return REFERENCE;
  // Zola's paths from the folder of its articles begin with the sign.
  if (!destination.includes(':') && /[^@]@/.test(destination)) return EMAIL;
  return URL_SAID;
}
