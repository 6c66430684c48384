import type { Language } from './language.ts';

const NARROW = '[ıiuü]';
const PLURAL = 'l[ae]r';
const POSSESSIVE = `(?:${NARROW}?m|${NARROW}?n|s?${NARROW}|${NARROW}?m${NARROW}z|${NARROW}?n${NARROW}z)`;
const CASE = `(?:[yn]?${NARROW}|[yn]?[ae]|n?[dt][ae]n?|n?${NARROW}n|y?l[ae]|n?c[ae]|n?ç[ae])`;
const RELATIVE = `(?:ki(?:l[ae]r)?(?:n${NARROW}n|n[ae]|n${NARROW}|n?[dt][ae]n?|yl[ae])?)`;
const COPULA = `(?:y?[dt]${NARROW}(?:r|k|m|n|l[ae]r)?|y?m${NARROW}ş|y?s[ae]|[dt]${NARROW}rl[ae]r|y?${NARROW}z|y?ken)`;

/** Turkish. */
export const language: Language = {
  doubles: 'any',
  letters: { own: /[ğı]/gu },
  dottedI: true,
  length: { ratio: 1.07, spread: 1.15 },
  sentences: {
    joins: `
    dr doç prof yrd av öğr gör uzm op müh mim org korg tümg tuğg alb yrb bnb yzb ütğm tğm asb çvş hz bkz krş örn sn çev haz
           yun blv cd cad sk mah apt no`,
    numbers:
      'böl tab oca şub nis haz tem ağu eyl eki kas ara s sf sy no cilt c şek tab md km cm mm kg mg ml ha dk sn saat tel faks mln mlr tl yy bl fas kat',
    may: 'gen kor Sok a.ş ltd şti san tic jr m.ö m.s i.ö i.s b.m t.c a.b.d',
    times: 'a.m p.m',
    ends: 'vb vs vd vbg v.b v.s v.d',
    starters: `
    bu şu o bunlar onlar biz siz ben sen onun bunun bizim her herkes bazı birçok çok diğer hiç hiçbir ve ama fakat ancak ya veya çünkü yine de ayrıca üstelik nedenle böylece sonra daha önce orada burada şimdi bugün dün yarın
    eğer ne kim nerede nasıl neden niçin kaç hangi var yok değil olabilir belki sonunda için göre karşın rağmen bir böyle öyle şöyle ise hem son ilk`,
    ordinals: true,
  },
  /**
   * Turkish: after the stem, and an apostrophe after a name, come plural, possessive, case, `-ki` and copula, each or
   * none, in this order (Göksel and Kerslake, Turkish: A Comprehensive Grammar, ch. 8). Harmony is not held to: writers
   * go by the sound of a foreign name, not by its letters. Only the last word of a term takes endings.
   */
  terms: {
    alphabet: 'Latn',
    classes: [],
    suffixes: new RegExp(`^'?(?:${PLURAL})?${POSSESSIVE}?'?${CASE}?${RELATIVE}?${COPULA}?$`),
    stems: [
      { ends: /p$/, stem: 'b', only: 'common' },
      { ends: /(?<=[aeıioöuü][^aeıioöuü])[ıiuü]p$/, stem: 'b', only: 'common' },
      { ends: /k$/, stem: 'ğ', only: 'common' },
      { ends: /nk$/, stem: 'ng', only: 'common' },
      { ends: /ç$/, stem: 'c', only: 'common' },
      { ends: /t$/, stem: 'd', only: 'common' },
      { ends: /(?<=[aeıioöuü][^aeıioöuü])[ıiuü](?=[lmnrzsşkğ]$)/, stem: '', only: 'common' },
      { ends: /l[ae]r$/, stem: '' },
      { ends: /l[ae]r[ıi]$/, stem: '', only: 'common' },
      { ends: /s[ıiuü]$/, stem: '', only: 'common' },
      { ends: /(?<=[^aeıioöuüğ])[ıiuü]$/, stem: '', only: 'common' },
      { ends: /ğ[ıiuü]$/, stem: 'k', only: 'common' },
    ],
    derived:
      /^'?(?:l[ıiuü]|s[ıiuü]z|c[ıiuü]|ç[ıiuü]|l[ıiuü]k|l[ıiuü]ğ|ca|ce|ça|çe|n?[dt]aş)(?:l[ae]r)?(?:s?[ıiuü]|[ıiuü]?n)?(?:[yn]?[ıiuüae]|n?[dt][ae]n?|n?[ıiuü]n|yl[ae])?$/,
  },
  numbers: {
    percent: 'yüzde',
    speller: 'tr-TR',
    words: {
      0: 'sıfır|hiç|gece yarısı',
      0.25: 'çeyrek',
      0.5: 'yarı|buçuk',
      1: 'bir|ilk|tek\\b|birinci',
      1.5: 'bir buçuk',
      2: 'iki|ikinci|çift|her ikisi',
      3: 'üç',
      4: 'dört|dörd|çeyrek',
      5: 'beş',
      6: 'altı',
      7: 'yedi',
      8: 'sekiz',
      9: 'dokuz',
      10: 'on\\b|onun|on[ul]|on yıl',
      12: 'on iki|düzine|öğle',
      20: 'yirmi',
      100: 'yüz|asır',
      1000: 'bin',
      1e6: 'milyon',
      1e9: 'milyar',
    },
    scales: [
      [1e9, 'milyar\\p{L}*|mr\\.?'],
      [1e6, 'milyon\\p{L}*|mn\\.?'],
      [1e3, 'bin\\p{L}*'],
      [1e12, 'trilyon\\p{L}*'],
    ],
  },
  kindsBehind: true,
};
