import { language as cs } from './cs.ts';
import type { Language } from './language.ts';

/** Slovak. */
export const language: Language = {
  doubles: 'sa to tak nie no veľmi',
  neighbours: ['cs'],
  letters: { own: /[ľĺŕôä]/giu, foreign: { cs: /[ěřů]/giu } },
  telling: {
    words: `
    aj ani aké ktorý ktorá ktoré ktorí ktorú ktorých sú som sme alebo tiež pri pre sa byť bol bola bolo boli bude budú má majú medzi podľa preto keď čo tejto
    roku rokov zo vo ku však ešte len viac než aby kde tak dnes tu tiež alebo všetci všetky o i u po do od na je že ale ako už by si s v z k o u za ani potom pred cez iba jeho jej ich svoj svoje`,
    shape: /[ľĺŕôä]|ý[cm]h?$|ie$|iu$|ia$|ového$|enie$|anie$|ovať$|sť$|iť$|ať$|cie$/,
  },
  length: { ratio: 1, spread: 1.15 },
  sentences: {
    joins: `
    prof doc dr mudr judr phdr rndr paeddr mvdr ing mgr bc csc drsc gen plk pplk mjr kpt npor por adm p pí sv ul tr t.j tzn tzv napr resp príp vrát porov cit
    angl nem franc fr tal špan čes gréc jap čín hl vyd prel zást riad preds odd arch dipl akad`,
    numbers: 'eur km cm mm kg mg ml ha hod min sek mes tel č čl ods písm str s obr tab kap zv ks os roč zb',
    may: 'tis mil mld bil nám gen a.s s.r.o v.o.s o.z n.o spol st ml',
    ends: 'atď a.pod apod ai a.i a.iné',
    starters: `
    a ale i alebo však preto pretože lebo ak keď až než hoci zatiaľ čo aj tiež navyše okrem
    on ona ono oni my vy ty ja jeho jej ich náš naše ten tá to tí tie tento táto toto títo tieto taký tak tu tam vtedy teraz potom následne neskôr predtým
    v vo na za z zo do od pre o pri pod nad medzi cez bez po podľa okolo vedľa vďaka kvôli s so k ku u
    kto kde kam ako prečo koľko aký aká ktorý ktorá ktoré všetci všetko každý každá niektorí iní ďalší mnoho väčšina nikto nič nie ešte už len iba dokonca takmer práve
    dnes včera zajtra nedávno nakoniec možno bol bola bolo boli je sú bude budú môže ide`,
    ordinals: true,
    vowelless: true,
  },
  numbers: {
    percent: 'percent|perc',
    words: cs.numbers?.words,
    scales: cs.numbers?.scales,
  },
};
