import type { TermLanguage } from '../language.ts';

const NARROW = '[ıiuü]';
const PLURAL = 'l[ae]r';
const POSSESSIVE = `(?:${NARROW}?m|${NARROW}?n|s?${NARROW}|${NARROW}?m${NARROW}z|${NARROW}?n${NARROW}z)`;
const CASE = `(?:[yn]?${NARROW}|[yn]?[ae]|n?[dt][ae]n?|n?${NARROW}n|y?l[ae]|n?c[ae]|n?ç[ae])`;
const RELATIVE = `(?:ki(?:l[ae]r)?(?:n${NARROW}n|n[ae]|n${NARROW}|n?[dt][ae]n?|yl[ae])?)`;
const COPULA = `(?:y?[dt]${NARROW}(?:r|k|m|n|l[ae]r)?|y?m${NARROW}ş|y?s[ae]|[dt]${NARROW}rl[ae]r|y?${NARROW}z|y?ken)`;

/**
 * Turkish: after the stem, and an apostrophe after a name, stand plural, possessive, case, `-ki` and copula, each or
 * none, in this order (Göksel and Kerslake, Turkish: A Comprehensive Grammar, ch. 8). Harmony is not held to: writers
 * go by the sound of a foreign name, not by its letters. Only the last word of a term takes endings.
 */
export const tr: TermLanguage = {
  tag: 'tr',
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
};
