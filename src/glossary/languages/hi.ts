import type { TermLanguage } from '../language.ts';

/** Hindi: oblique and plural; names stay, what marks their case are words of their own. */
export const hi: TermLanguage = {
  tag: 'hi',
  classes: [
    { ends: /ा$/, endings: 'े ों ओं ी ियों ियाँ ियां', only: 'common' },
    { ends: /ी$/, endings: 'ियों ियाँ ियां', only: 'common' },
    { ends: /ि$/, endings: 'ियों ियाँ ियां', only: 'common' },
    { ends: /(?<=[^ािीुूेैोौ])$/, endings: 'ों ें', only: 'common' },
    { ends: /(?<=[ाुो])$/, endings: 'ओं एँ एं', only: 'common' },
    { ends: /ू$/, endings: 'ुओं', only: 'common' },
  ],
  derived: /^(?:ी|ीय|वी|ियन|ियों)$/,
};
