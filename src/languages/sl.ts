import type { Language } from './language.ts';
import { language as sr } from './sr.ts';

/** Slovenian. */
export const language: Language = {
  length: { ratio: 1.02, spread: 1.1 },
  sentences: {
    joins: 'prof dr mag akad inž dipl arh odv gen polk g ga gdč gdo sv ul npr tj t.i im oz ur izd doc prim prir spec univ vd v.d',
    numbers: 'km cm mm kg min sek tel str sl št čl op',
    may: 'pr.kr po.kr pr.n.št n.št mio mrd tis l r st',
    ends: 'itd ipd idr in.dr',
    starters: `
    a ampak in ali vendar zato ker če ko kadar medtem čeprav tudi on ona ono oni mi vi ti jaz njegov njen njihov ta to tisti tako tu tam takrat zdaj potem pozneje prej
    v na za z s iz do od pod nad med skozi brez po okoli proti kljub zaradi kaj kdo kje kako zakaj koliko kateri vsi vsak nekateri drugi mnogi ne še že samo celo danes včeraj jutri je so bil bila`,
    ordinals: true,
    vowelless: true,
  },
  numbers: {
    percent: 'odstot|procent',
    words: sr.numbers?.words,
    scales: sr.numbers?.scales,
  },
};
