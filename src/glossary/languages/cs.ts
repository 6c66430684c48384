import type { TermLanguage } from '../language.ts';

const HARD = '- a/u u/ovi -/a em u/ě/e/ovi e/u ; y/i/ové ů ům y/ů y ech/ách';
const CHANGED = '. a/u u/ovi a/u em u/ě/e/ovi e/u ; y/i/ové ů ům y y ech/ách';
const SOFT = '- e/ě i/ovi -/e em i/ovi i ; e/i/ové ů ům e i ích';

/** Czech: nouns by gender and stem, adjectives, softened stems, fleeting e (Internetová jazyková příručka ÚJČ). */
export const cs: TermLanguage = {
  tag: 'cs',
  alphabet: 'Latn',
  slots: true,
  classes: [
    { ends: /(?<=[bdfhklmnprstvwxgz]|ch)$/, endings: HARD },
    { ends: /(?<=[cčďjňřšťžlsz])$/, endings: SOFT },
    { ends: /k$/, endings: '. . . . . . . ; ci' },
    { ends: /k$/, endings: '; . . . . . cích' },
    { ends: /h$/, endings: '; zi . . . . zích' },
    { ends: /ch$/, endings: '; ši . . . . ších' },
    { ends: /r$/, endings: '. . . . . ře ře ; ři', only: 'common' },
    { ends: /([^aeiouyáéíóúůýě])e([kcnlr])$/, stem: '$1$2', endings: CHANGED },
    { ends: /([^aeiouyáéíóúůýě])ec$/, stem: '$1c', endings: '. e i/ovi e em i če ; i/ové ů ům e i ích' },
    { ends: /([^aeiouyáéíóúůýě])e([mnstžšbp])$/, stem: '$1$2', endings: CHANGED, only: 'common' },
    { ends: /ů([mlrtvžn])$/, stem: 'o$1', endings: CHANGED, only: 'common' },
    { ends: /í([rhlt])$/, stem: 'ě$1', endings: CHANGED, only: 'common' },
    // Feminine.
    { ends: /a$/, endings: 'a y ě/e/ovi u ou ě/e/ovi o ; y/ové . ám y ami ách' },
    { ends: /a$/, endings: '; . -/ů', only: 'common' },
    { ends: /ka$/, endings: '. . ce . . ce' },
    { ends: /ha$/, endings: '. . ze . . ze' },
    { ends: /ga$/, endings: '. . ze . . ze' },
    { ends: /cha$/, endings: '. . še . . še' },
    { ends: /ra$/, endings: '. . ře . . ře' },
    { ends: /([^aeiouyáéíóúůýě])k[ay]$/, stem: '$1ek', endings: '; . -', only: 'common' },
    { ends: /([^aeiouyáéíóúůýě])([nlrvmb])[aoy]$/, stem: '$1e$2', endings: '; . -', only: 'common' },
    { ends: /[eě]$/, endings: 'e/ě e/ě i i/e/ě í i e/ě ; e/ě í/- ím e/ě emi/ěmi ích' },
    { ends: /ie$/, endings: 'ie ie ii ii ií ii ie ; ie ií iím ie iemi iích' },
    { ends: /ice$/, stem: 'ic', endings: '; . -' },
    { ends: /(?<=[ťňšžďčřjlvmbpf]|st|sť|c)$/, endings: '- i/e/ě i - í i i ; i/e/ě í em/ím i/e/ě mi/emi/ěmi ech/ích', only: 'common' },
    { ends: /ť$/, stem: 't', endings: '. i/ě i . í i i ; i/ě í em/ím i/ě mi/ěmi ech/ích', only: 'common' },
    { ends: /ň$/, stem: 'n', endings: '. ě i . í i i ; ě í ím ě ěmi ích' },
    // Neuter.
    { ends: /o$/, endings: 'o a u o em u/ě/e o ; a . ům a y ech/ách' },
    { ends: /o$/, endings: '; . -', only: 'common' },
    { ends: /o$/, endings: 'o a ovi/u a em ovi/u', only: 'name' },
    { ends: /ko$/, endings: '. . . . . cích ; . . . . . cích', only: 'common' },
    { ends: /í$/, endings: 'í í í í ím í í ; í í ím í ími ích' },
    { ends: /um$/, endings: 'um a u um em u um ; a í ím a y ích' },
    { ends: /ma$/, endings: 'ma matu matu ma matem matu ; mata mat matům mata maty matech', only: 'common' },
    // Adjectives and surnames of their form.
    { ends: /ý$/, endings: 'ý ého ému ý/ého ým ém ý ; í/é ých ým é/ých ými ých', adjective: true },
    { ends: /á$/, endings: 'á é é ou ou é á ; é ých ým é ými ých', adjective: true },
    { ends: /é$/, endings: 'é ého ému é ým ém é ; é/á ých ým é/á ými ých', only: 'adjective', adjective: true },
    { ends: /í$/, endings: 'í ího/í ímu/í í/ího ím/í ím/í í ; í ích ím í ími ích', adjective: true },
    { ends: /ký$/, endings: '; cí', adjective: true },
    { ends: /ský$/, endings: '; ští', adjective: true },
    { ends: /ová$/, endings: 'ová ové ové ovou ovou ové', only: 'name' },
    // Plural dictionary forms, and their singular.
    { ends: /y$/, endings: '; y ů/- ům/ám y y/ami ech/ách' },
    { ends: /i$/, endings: '; i ů/í ům/em y/e/i y/i/mi ech/ích' },
    { ends: /ci$/, endings: 'k ka kovi ka kem kovi ; ci ků kům ky ky cích', only: 'common' },
    { ends: /é$/, endings: '; é ů ům y y ech', only: 'common' },
    { ends: /[yie]$/, endings: '- a/u u a em u', only: 'common' },
    { ends: /a$/, endings: '; a -/ů ům a y ech', only: 'common' },
  ],
  derived:
    /^(?:(?:s|c|š|č|an|án|ov|ěn|en|in|ijn|ist|n)?(?:sk|ck|šk|čk|ov|n|ijsk|ejsk|ansk|ánsk|ensk)(?:ý|á|é|ého|ému|ým|ém|ou|ých|ými|í|y)|(?:an|ec|čan|ijec|ejec)(?:|é|ů|a|ovi|em|ům|y|ech|ka|ky|ce|ku|kou)|(?:ův|ova|ovo|ovy|ov|in|ina|ino)|(?:ist|ism)(?:a|us|y|ou|mu))$/,
};
