import type { Language } from './language.ts';

/** Dutch. */
export const language: Language = {
  doubles: 'u we er dat die het',
  doublesAfterComma: 'die dat',
  length: { ratio: 1.16, spread: 1.1 },
  sentences: {
    joins: `
    dr drs prof ir ing mr mw mevr dhr hr ds jhr jkvr kol lt kap sgt maj st
    bijv d.w.z d.i m.a.w o.a m.b.t m.n n.a.v o.i.v o.l.v t.a.v t.b.v t.g.v t.o.v t.z.t i.c i.g.v i.h.b i.p.v i.v.m m.i m.i.v m.u.v a.u.b s.v.p z.g.a.n z.s.m z.o
    ca evt excl incl max ong resp vgl zgn zog ged gep geb gest verm vnl eig eigl afd alg amb aanw beh bep betr bez br chr div
         lat gr ned red uitg vert wnd wd secr voorz vz hoofdst i.o i.s.m v.d v/d a.d t.n.v p.p`,
    numbers:
      '-str -wg jan feb mrt apr jun jul aug sep sept okt nov dec nr nrs blz p pag dl hfst afb fig tab art lid par jrg bd tel fax mln mld dzd km cm mm kg mg ml ha min sec st uur eeuw e',
    may: 'gen b.v n.v v.o.f jr sr v.chr n.chr m.d bv vnw mej',
    times: 'a.m p.m',
    ends: 'enz etc e.d e.a e.v.a a.h.w',
    starters: `
    de het een deze dit die dat zij ze hij hem we wij jullie u ik je jij zijn haar hun ons onze mijn geen alle alles ieder iedere elk elke veel sommige enkele andere beide
    en maar of want dus echter ook nog al zelfs bovendien daarnaast daarom daardoor daarbij daarna daarmee toch toen dan daar hier er nu vandaag gisteren morgen later eerder
    in op aan bij door voor van met na naar om onder over te tegen tijdens tot uit vanaf volgens sinds tussen zonder wegens ondanks dankzij
    als wanneer omdat terwijl hoewel nadat voordat zodra indien hoe wat wie waar waarom welke is was waren wordt worden werd werden heeft hebben had hadden kan kunnen zal zullen moet moeten mag
    niet nooit niemand niets zo inmiddels uiteindelijk misschien`,
    openers: 'in op om aan bij voor na vanaf sinds tegen rond tot tijdens',
  },
  /** Dutch: plural with its spelling, adjective -e, genitive -s, diminutive; compounds with a joint. */
  terms: {
    alphabet: 'Latn',
    plural: {
      of: 'last',
      rules: [
        [/(?<=[^aeiou][aiouy])$/, "'s"],
        [/(?<=[^e]e[lrm]|[^e]en)$/, 's'],
      ],
    },
    classes: [
      { ends: /(?<=[^s])$/, endings: 's' },
      { ends: /$/, endings: 'en e er tje je pje etje', only: 'common' },
      { ends: /e$/, endings: 'en es', only: 'common' },
      { ends: /([bdfgklmnprst])$/, stem: '$1$1', endings: 'en e er', only: 'common' },
      { ends: /([aeou])\1([bdfgklmnprst])$/, stem: '$1$2', endings: 'en e er', only: 'common' },
      { ends: /([aeou])\1f$/, stem: '$1v', endings: 'en e', only: 'common' },
      { ends: /([aeou])\1s$/, stem: '$1z', endings: 'en e', only: 'common' },
      { ends: /f$/, endings: 'ven ve', only: 'common' },
      { ends: /s$/, endings: 'zen ze', only: 'common' },
      { ends: /heid$/, endings: 'heden', only: 'common' },
      { ends: /us$/, endings: 'i', only: 'common' },
      { ends: /um$/, endings: 'a', only: 'common' },
      { ends: /e$/, endings: '-', only: 'phrase' },
      { ends: /(?<=[eo]r|[ei]l|st|nt)$/, endings: 'in ster se es', only: 'common' },
      { ends: /(?<=[aeou])en$/, endings: '-', only: 'common' },
    ],
    apostrophe: /^(?:s|er|tje|en)?$/,
    joins: {
      joints: ['', 's', 'en', 'n', 'e', 'er'],
      cut: /(?!)/,
      suffix: /^(?:schap|isch|elijk|lijk|heid|loos|dom|isme|ing|baar|zaam)/,
      prefix: /^(?:aan|af|be|bij|door|er|ge|her|in|mee|na|om|on|ont|op|over|toe|uit|ver|voor|weg)$/,
    },
    derived: /^(?:s|se|isch|ische|aans|aanse|ees|ese|er|ers|aan|anen|enaar|enaars|ist|isten|isme|schap|elijk|elijke|s-)$/,
  },
  numbers: {
    percent: 'procent|percent',
    speller: 'nl-NL',
    words: {
      0.5: 'half|helft',
      1: 'één|een|eerst|enig',
      1.5: 'anderhal',
      2: 'twee|beid|dubbel|paar|duo',
      3: 'drie|derd',
      4: 'vier',
      5: 'vijf',
      6: 'zes',
      7: 'zeven',
      8: 'acht',
      9: 'negen',
      10: 'tien|decenni',
      12: 'twaalf|dozijn|middag',
      100: 'honderd|eeuw',
      1000: 'duizend',
    },
    scales: [
      [1e9, 'miljard|mld\\.?|mrd\\.?'],
      [1e6, 'miljoen|mln\\.?'],
      [1e3, 'duizend'],
      [1e12, 'biljoen'],
    ],
  },
};
