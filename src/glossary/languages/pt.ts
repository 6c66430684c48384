import type { TermLanguage } from '../language.ts';

/** Portuguese: plural with its vowels, feminine of persons and adjectives. */
export const pt: TermLanguage = {
  tag: 'pt',
  alphabet: 'Latn',
  classes: [
    { ends: /(?<=[aeiouáéíóúãâêô])$/, endings: 's' },
    { ends: /(?<=[rzns])$/, endings: 'es', only: 'common' },
    { ends: /ês$/, stem: 'es', endings: 'es a as', only: 'common' },
    { ends: /m$/, stem: 'ns', endings: '-' },
    { ends: /([aou])l$/, stem: '$1is', endings: '-', only: 'common' },
    { ends: /al$/, stem: 'ais', endings: '-', only: 'common' },
    { ends: /el$/, stem: 'éis', endings: '-', only: 'common' },
    { ends: /el$/, stem: 'eis', endings: '-', only: 'common' },
    { ends: /ol$/, stem: 'óis', endings: '-', only: 'common' },
    { ends: /il$/, endings: 'is eis', only: 'common' },
    { ends: /ão$/, endings: 'ões ães ãos ã ãs oa oas', only: 'common' },
    // The feminine of adjectives, and of the suffixes that persons have: partido has no partida.
    { ends: /o$/, endings: 'a as os', only: 'phrase' },
    { ends: /(?<=eir|ári|ad|[aie]n|at|tr|[ií]c|g|lh)o$/, endings: 'a as', only: 'common' },
    { ends: /o$/, endings: 'os', only: 'common' },
    { ends: /(?<=or|ês|ol|iz|l)$/, endings: 'a as', only: 'common' },
    { ends: /e$/, endings: 'a as', only: 'common' },
    { ends: /eu$/, endings: 'eia eias', only: 'common' },
    { ends: /tor$/, endings: 'triz trizes', only: 'common' },
    // Plural dictionary forms.
    { ends: /(?<=.{2}[aeiou])s$/, endings: '-', only: 'common' },
    { ends: /ões$/, endings: 'ão', only: 'common' },
    { ends: /ais$/, endings: 'al', only: 'common' },
  ],
  derived:
    /^(?:(?:an|ian|in|ens|eir)(?:o|a|os|as)|ense|enses|ês|esa|eses|esas|(?:ist|ístic)(?:a|as|o|os)|ico|ica|icos|icas|al|ais|ar|ares|ário|ária|ários|árias|ismo|oso|osa|osos|osas|ado|ada|ados|adas|ência|encial|enciais|ial|iais)$/,
};
