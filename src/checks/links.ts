/** What a reader follows: URLs, e-mail addresses, images, footnotes and references are the same in source and target. */

import type { Text } from '../article.ts';
import { marks } from '../text.ts';
import type { Remark, SegmentCheck } from './check.ts';

export const linksCheck: SegmentCheck = {
  name: 'links',
  segment: ({ segment, target, sourceWords, targetWords }) => {
    // A person's link leads where they want it to: the page in the edition's language.
    const level = target.state === 'machine' ? {} : ({ level: 'note' } as const);
    const remarks: Remark[] = [];
    const expected = [...destinations(segment.text), ...addresses(sourceWords)];
    const got = [...destinations(target.text), ...addresses(targetWords)];
    const added = missing(got, expected);
    for (const one of missing(expected, got)) {
      const at = added.findIndex((candidate) => kind(candidate) === kind(one));
      // Each of the target's links is that of one in the source: the next one of its kind.
      const [other] = at < 0 ? [] : added.splice(at, 1);
      if (other === undefined) remarks.push({ message: `${kind(one)} ${one} is lost`, expected: [one], got: [] });
      else remarks.push({ message: `${kind(one)} changed`, expected: [one], got: [other], ...level });
    }
    for (const one of added) remarks.push({ message: `${kind(one)} ${one} is not in the source`, expected: [], got: [one] });
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
  return [...words.matchAll(ADDRESS)].map((match) => match[0].replace(/[.,;:!?)\]]+$/, ''));
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

function kind(destination: string): string {
  if (destination.startsWith('[^')) return 'The footnote';
  if (destination.startsWith('][')) return 'The reference';
  if (!destination.includes(':') && destination.includes('@')) return 'The e-mail address';
  return 'The URL';
}
