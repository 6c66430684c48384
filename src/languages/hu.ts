import type { Language } from './language.ts';

/** Hungarian. */
export const language: Language = {
  doubles: 'egy már az a ki',
  letters: { own: /[őű]/giu },
  length: { ratio: 1.12, spread: 1.2 },
  sentences: {
    joins: `
    dr prof ifj id özv gen ezr alezr őrgy szds hdgy fhdgy szt ún ui uő pl kb vö ld lásd ill illetve bp vmint ford szerk kiad szerz főszerk ang ném fr ol sp lat or
    tc u körút krt rkp sgt ált megj hiv vszleg szkv`,
    numbers: 'sz old o ábra táb km cm mm kg mg ml ha min mp tel ezer Ft kb em fszt szám pont bek évf köt db fő',
    may: 'mill mrd kft bt rt zrt nyrt Kr.e Kr.u i.e i.sz',
    ends: 'stb sat etc s.a.t s.t.b',
    starters: `
    a az egy ez ezek azok ő ők mi ti én te minden mindenki néhány sok több más mindkét és de vagy mert azonban is továbbá ezért akkor ott itt most ma tegnap holnap később korábban
    ha amikor mivel bár hogy mit ki hol hogyan miért mennyi melyik van volt vannak voltak nem nincs lehet kell talán végül után előtt szerint emellett ugyanakkor eközben`,
    ordinals: true,
  },
  numbers: {
    percent: 'százalék',
    speller: 'hu-HU',
    words: {
      0: 'null|zéró|éjfél',
      0.5: 'fél|fele',
      1: 'egy|első|egyet',
      1.5: 'másfél',
      2: 'kett|két|másod|mindkét|dupla|pár\\b',
      3: 'három|hárm|harmad|trió',
      4: 'négy|negyed',
      5: 'öt',
      6: 'hat',
      7: 'hét|heted',
      8: 'nyolc',
      9: 'kilenc',
      10: 'tíz|tized|évtized',
      11: 'tizenegy',
      12: 'tizenk|tucat|dél',
      20: 'húsz|husz',
      30: 'harminc',
      40: 'negyven',
      100: 'száz|század',
      1000: 'ezer|ezred',
      1e6: 'millió',
      1e9: 'milliárd',
    },
    scales: [
      [1e9, 'milliárd\\p{L}*|mrd\\.?|Mrd'],
      [1e6, 'millió\\p{L}*|m\\.'],
      [1e3, 'ezer\\p{L}*|e\\.'],
      [1e12, 'billió\\p{L}*'],
    ],
  },
  kindsBehind: true,
};
