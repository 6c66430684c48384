import type { Language } from './language.ts';

/** Latvian. */
export const language: Language = {
  letters: { own: /[ģķļņ]/giu },
  length: { ratio: 1.04, spread: 1.15 },
  sentences: {
    joins: 'prof dr mag doc inž arh ģen plkv kpt ltn sv t.i t.s piem sal sk t.sk resp angl vāc fr it sp lat kr red tulk sast t.dēv',
    numbers: 'nr lpp att tab art km cm mm kg mg ml ha min sek tel milj mljrd tūkst plkst eks',
    may: 'g gs p.m.ē m.ē',
    ends: 'u.c u.tml utt u.t.t u.d.c',
    starters:
      'tas tā šis šī tie tās šie viņš viņa viņi mēs jūs es tu visi katrs daži citi un bet vai jo tomēr arī turklāt tāpēc tad tur šeit tagad šodien vakar rīt vēlāk agrāk ja kad lai ka kas kur kā kāpēc cik ir bija nav var jābūt varbūt beidzot pēc pirms no uz ar par pie',
    ordinals: true,
  },
  numbers: {
    percent: 'procent',
    speller: 'lv-LV',
  },
};
