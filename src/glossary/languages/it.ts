import type { TermLanguage } from '../language.ts';

/** Italian: plural, feminine of persons and adjectives, elision before a vowel. */
export const it: TermLanguage = {
  tag: 'it',
  alphabet: 'Latn',
  classes: [
    // The feminine of adjectives, and of the suffixes that persons have: partito has no partita.
    { ends: /o$/, endings: 'i a e', only: 'phrase' },
    { ends: /(?<=er|ari|[aie]n|dat|gat|tr|[ií]c|g|gli)o$/, endings: 'a e', only: 'common' },
    { ends: /o$/, endings: 'i', only: 'common' },
    { ends: /io$/, endings: 'i ii', only: 'common' },
    { ends: /([cg])o$/, stem: '$1h', endings: 'i e', only: 'common' },
    { ends: /a$/, endings: 'e i', only: 'adjective' },
    { ends: /([cg])a$/, stem: '$1h', endings: 'e i', only: 'common' },
    { ends: /([cg])ia$/, stem: '$1', endings: 'e', only: 'common' },
    { ends: /e$/, endings: 'i a essa', only: 'adjective' },
    { ends: /tore$/, endings: 'trice trici tori', only: 'common' },
    // Plural dictionary forms.
    { ends: /i$/, endings: 'o e a', only: 'common' },
    { ends: /e$/, endings: 'a', only: 'common' },
  ],
  proclitics: /^(?:l|un|d|dell|all|dall|nell|sull|c|s|m|t|v|quest|quell|sant|bell)'/,
  derived:
    /^(?:(?:an|ian|es|in|in|itan|ens)(?:o|a|i|e)|ese|esi|(?:ist|istic)(?:a|i|o|he)|ico|ica|ici|iche|ale|ali|are|ari|ario|aria|arie|iere|iera|ismo|oso|osa|osi|ose|ato|ata|ati|ate|iale|iali|enza|enziale)$/,
};
