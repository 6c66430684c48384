import type { Language } from './language.ts';

/** Serbian. */
export const language: Language = {
  scripts: ['Cyrillic', 'Latin'],
  length: { ratio: 0.98, spread: 1.1 },
  sentences: {
    joins: `
    проф др мр акад инж арх адв пук кап мај пор г-ђа г-дин св ул бул бр нпр тј тзв в.д уп ср изд прим доц
    prof dr mr akad inž arh adv puk kap maj por g-đa g-din sv ul bul npr tj tzv v.d up ur izd prim doc dipl`,
    numbers: 'дин км цм мм кг мин сек тел стр сл бр чл din km cm mm kg min sek tel str sl br čl',
    may: 'млн млрд хиљ mln mlrd hilj gen ген год г в god g v',
    ends: 'итд и.др и.сл др itd i.dr i.sl',
    starters: `
    а али и или међутим зато јер ако када док иако такође он она оно они ми ви ти ја овај ова ово ови тај та то тако ту тамо тада сада потом после пре
    у на за са из до од под над између кроз без по око према упркос због што ко где како зашто колико који сви сваки неки други многи не још већ само чак данас јуче сутра
    a ali i ili međutim zato jer ako kada dok iako takođe on ona ono oni mi vi ti ja ovaj ova ovo ovi taj ta to tako tu tamo tada sada potom posle pre
    u na za sa iz do od pod nad između kroz bez po oko prema uprkos zbog što ko gde kako zašto koliko koji svi svaki neki drugi mnogi ne još već samo čak danas juče sutra je su`,
    ordinals: true,
    vowelless: true,
  },
  numbers: {
    speller: 'sr-Cyrl-RS',
    words: {
      1: 'jed[an]|prv|јед[ан]|прв',
      2: 'dva|dve|dvije|drug|ob[ae]|dvoj|два|две|друг|об[ае]|двој',
      3: 'tri|treć|troj|три|трећ|трој',
      4: 'čet|чет',
      5: 'pet|пет',
      6: 'šest|шест',
      7: 'sed|сед',
      8: 'osa?m|оса?м',
      9: 'devet|девет',
      10: 'deset|десет|деценија|decenij|desetljeć',
      12: 'dvana|двана',
      0.5: 'pol|пол',
      100: 'sto|сто|stot|век|vijek|vek|stoljeć',
      1000: 'hiljad|tisuć|хиљад',
    },
    scales: [
      [1e9, 'милијард\\p{L}*|milijard\\p{L}*|mlrd\\.?'],
      [1e6, 'милион\\p{L}*|milij?un\\p{L}*|milion\\p{L}*|mil\\.'],
      [1e3, 'хиљад\\p{L}*|hiljad\\p{L}*|tisuć\\p{L}*'],
      [1e12, 'билион\\p{L}*|bilijun\\p{L}*'],
    ],
  },
};
