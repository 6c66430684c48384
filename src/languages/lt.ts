import type { Language } from './language.ts';

/** Lithuanian. */
export const language: Language = {
  letters: { own: /[ėųį]/giu },
  length: { ratio: 1.06, spread: 1.15 },
  sentences: {
    joins:
      'prof dr hab doc mag inž arch gen plk kpt ltn mjr kun šv gerb p ponas t.y pvz vad žr plg ypač angl vok pranc isp lot gr rus liet red vert sud a.a vyr pavad pirm g pr aikšt al pl vlsč r.sav',
    numbers: 'nr p psl pav lent str km cm mm kg mg ml ha min sek tel mln mlrd tūkst val d egz Eur',
    may: 'm a amž d pr.m.e m.e',
    ends: 'ir.t.t t.t ir.pan pan kt ir.kt etc',
    starters:
      'tas ta šis ši tie tos šie jis ji jie jos mes jūs aš tu visi kiekvienas kai kurie kiti ir bet ar nes tačiau taip pat be todėl tada ten čia dabar šiandien vakar rytoj vėliau anksčiau jei kada kad kas kur kaip kodėl kiek yra buvo nėra gali turi galbūt pagaliau po prieš iš į su apie prie',
  },
  numbers: {
    percent: 'procent|proc',
    speller: 'lt-LT',
  },
};
