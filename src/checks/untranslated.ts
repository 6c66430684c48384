/**
 * A target that is its source: four words and more that are neither a name nor untranslated by the glossary; in letters that the target's
 * language does not have, whatever it is.
 */

import { foreignLetter } from '../language/foreign-letters.ts';
import { QUOTED } from '../language/quoted.ts';
import { tagOf } from '../languages/lookup.ts';
import { worded } from '../text/worded.ts';
import { isPseudo, type Remark, type SegmentCheck } from './check.ts';

/** Shorter texts are often names, titles and figures, which stay as they are. */
const LEAST_WORDS = 4;

/** Whose the quoted words above are: a dash and a name or a handle. The title of the work that they are from stays in its own language. */
const ATTRIBUTION = /^(?:[—–―]|--)\s*[\p{Lu}@]/u;

export const untranslatedCheck: SegmentCheck = {
  name: 'untranslated',
  segment: ({ target: made, sourceWords, targetWords, terms, from, to }) => {
    if (tagOf(from) === tagOf(to) || isPseudo(made)) return [];
    // Names of works and of places in menus are left as they are on purpose.
    const remark: Remark = {
      ...worded`The target is the same as the source`,
      got: [targetWords],
      ...(made.state !== 'machine' && { level: 'warning' }),
    };
    const [target, source] = [targetWords.trim(), sourceWords.trim()];
    if (target.length !== source.length || target.toLowerCase() !== source.toLowerCase()) return [];
    let rest = sourceWords;
    for (const term of terms) if (term.status === 'untranslated' || term.source === term.target) rest = rest.replaceAll(term.source, ' ');
    rest = rest.replace(/https?:\/\/\S+|(?<!\S)\S+@\S+/g, ' ');
    if (ATTRIBUTION.test(source)) rest = rest.replace(QUOTED, ' ');
    if (foreignLetter(from, to)?.test(rest)) return [remark];
    // What is joined without white space is one word: `starlight-scroll-to-top` names a program.
    const words = rest.match(/\p{L}\S*/gu) ?? [];
    // A list of names (all words capitalized) is the same in both languages; a lone letter belongs to a name: HD 34445 b.
    const lower = words.filter((word) => word !== word.toUpperCase() && /^\p{Ll}[\p{L}\p{M}]/u.test(word));
    if (words.length < LEAST_WORDS || lower.length < 2) return [];
    return [remark];
  },
};
