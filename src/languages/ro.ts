import type { Language } from './language.ts';

/** Romanian. */
export const language: Language = {
  doubles: 'încet foarte rând puțin doar nu da',
  letters: { own: /[șțşţ]/giu },
  length: { ratio: 1.16, spread: 1.15 },
  sentences: {
    joins: `
    dl dna d-na d-ra dr prof conf lect asist ing arh av gen col lt mr cpt maj sgt sf pr pf
    str bd bdul b-dul al pț sos șos bl sc ap jud mun
    ex de.ex p.ex cf v vezi cit op.cit ed eds trad coord vs aprox max incl resp așa-num engl germ gr rom ș.cl`,
    numbers:
      'ian feb mar apr iun iul aug sept oct nov dec nr p pp pag vol fig art cap tab tel fax km cm mm kg mg ml ha min sec loc alin lit pct § cca et',
    may: 'mil mld s.a s.r.l inc jr î.hr d.hr a.c ph.d s.u.a n.r p.s n.b u.e',
    ends: 'etc ș.a ș.a.m.d ș.cl șamd s.a.m.d',
    starters: `
    un o unii unele acest această acești aceste acesta aceasta acela aceea el ea ei ele noi voi eu tu său sa lor nostru noastră niciun nicio nimeni toți toate tot fiecare mulți multe câțiva alți alte altul ambii
    și dar sau însă totuși deci prin de asemenea așadar astfel atunci apoi după înainte în final când dacă pentru că deoarece deși potrivit conform
    la pe din cu fără sub între spre până despre contra ce cine unde cum cât care este sunt era erau a au avea poate pot trebuie nu da aici acolo ieri azi astăzi mâine acum deja încă doar mai`,
    openers: 'la în pe din de până după înainte',
  },
  numbers: {
    percent: 'procent|la sut',
    speller: 'ro-RO',
    words: {
      0: 'zero|niciun|miezul nopții',
      0.5: 'jumătat|jumate|demi',
      1: 'un\\b|una\\b|unu|o\\b|prim|singur',
      1.5: 'un[aă]? .{0,12}și jumăt',
      2: 'doi|două|doua|doilea|ambi|ambele|dublu|pereche',
      3: 'trei|treia',
      4: 'patru|patra|sfert',
      5: 'cinci',
      6: 'șas|şas',
      7: 'șapt|şapt',
      8: 'opt',
      9: 'nou[ăa]',
      10: 'zece|zecea|deceni',
      12: 'doisprezece|douăsprezece|duzin|amiaz|prânz',
      20: 'două\\s*zeci',
      100: 'sut|secol',
      1000: 'mie\\b|mii\\b',
      1e6: 'milion',
      1e9: 'miliard',
    },
    scales: [
      [1e9, '(?:de )?miliarde?|mld\\.?|mrd\\.?'],
      [1e6, '(?:de )?mili(?:oane|on)|mil\\.|mln\\.?'],
      [1e3, '(?:de )?mii|mie'],
      [1e12, '(?:de )?trilioane?'],
    ],
  },
};
