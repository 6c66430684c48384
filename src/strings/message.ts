/** What is in one string: passages of words with placeholders between them, some of which are branches that a number chooses. */

import { choosesByIcu, icuMessage } from './icu.ts';
import type { Message, Passage } from './passage.ts';
import { placeholdersIn } from './placeholders.ts';
import { CATEGORIES, type Category } from './plurals.ts';

export interface MessageSyntax {
  /** Every string is an ICU message; else those that choose are. */
  readonly icu: boolean;
  /** The forms that `|` parts (Docusaurus), in their order; absent where `|` is a sign like others. */
  readonly pipes?: readonly Category[];
}

const same = (text: string): string => text;

export function messageOf(words: string, { icu, pipes }: MessageSyntax): Message {
  const message = icu || choosesByIcu(words) ? icuMessage(words) : undefined;
  if (message !== undefined) return message;
  const parts = pipes === undefined ? [] : words.split('|');
  if (pipes !== undefined && parts.length > 1 && parts.length <= pipes.length && !/\s\||\|\s/.test(words)) return piped(parts, pipes);
  return { passages: [plain(words, '', 0, words.length)], choices: [] };
}

function plain(words: string, name: string, from: number, to: number): Passage {
  return { name, from, to, marks: placeholdersIn(words, from, to), read: same, write: same };
}

/** The last part is the form `other`, which is what stands for the string. */
function piped(parts: readonly string[], forms: readonly Category[]): Message {
  const name = (category: string) => (category === 'other' ? '' : `|${category}`);
  const words = parts.join('|');
  const ranges = new Map<Category, { from: number; to: number }>();
  const passages: Passage[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const category = isLast ? 'other' : (forms[index] ?? 'other');
    passages.push(plain(words, name(category), at, at + part.length));
    ranges.set(category, { from: at, to: at + part.length + (isLast ? 0 : 1) });
    at += part.length + 1;
  }
  return {
    passages,
    choices: [{ type: 'cardinal', name, forms: ranges, addition: () => ['', '|'] }],
  };
}

/** The forms that Docusaurus parts by `|`: those of the language, in CLDR's order. */
export function pipeForms(locale: string): readonly Category[] {
  const known = new Set<string>(new Intl.PluralRules(locale).resolvedOptions().pluralCategories);
  return CATEGORIES.filter((category) => known.has(category));
}
