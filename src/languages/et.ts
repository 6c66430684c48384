import type { Language } from './language.ts';

/** Estonian. */
export const language: Language = {
  length: { ratio: 1.05, spread: 1.15 },
  sentences: {
    joins: 'prof dr mag ins arh kol kpt ltn kin pr hr pm st sh s.h k.a ca nn n.ö nt näit vrd vt ing sks it hisp lad vn toim tõlk koost',
    numbers: 'nr lk jn tab art km cm mm kg mg ml ha min sek tel mln mld tuh kl eks',
    may: 'e.m.a m.a.j eKr pKr a',
    ends: 'jne jt jms jpm',
    starters:
      'see need tema nad ta meie teie mina sina kõik iga mõned teised ja aga või sest kuid ka lisaks seetõttu siis seal siin nüüd täna eile homme hiljem varem kui kuna et mis kes kus kuidas miks millal on oli ei võib peab ehk lõpuks',
    ordinals: true,
  },
  kindsBehind: true,
};
