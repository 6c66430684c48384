import type { TermLanguage } from '../language.ts';

const PLURAL_ADJECTIVE = '; ые ых ым ые/ых ыми ых';
const SOFT_PLURAL_ADJECTIVE = '; ие их им ие/их ими их';
const HARD = '- а/у у -/а ом е/у - ; ы/а ов ам ы/ов/а ами ах';
const HARD_CHANGED = '. а/у у а ом е/у ; ы ов ам ы/ов ами ах';
const VELAR = '- а/у у -/а ом е/у - ; и/а ов ам и/ов/а ами ах';
const VELAR_CHANGED = '. а/у у а ом е/у ; и ов ам и/ов ами ах';
const HUSHED = '- а у -/а ем/ом е ; и/ы ей/ев ам и/ей/ы/ев ами ах';
const SOFT = 'ь я ю ь/я ем е/ю/и ь ; и/я ей/ев ям и/ей/я ями ях';
const SOFT_CHANGED = '. я ю я ем е/и ; и ей ям и/ей ями ях';

/**
 * Russian: three declensions, adjectives and surnames of their form, fleeting vowels (Зализняк, Грамматический словарь
 * русского языка: the types, not the words); a foreign name in -o, -e, -u, -i does not change.
 */
export const ru: TermLanguage = {
  tag: 'ru',
  alphabet: 'Cyrl',
  slots: true,
  foreignArticles: /^(?:эль|ла|лос|лас|ле|лез)$/,
  classes: [
    // First declension.
    { ends: /(?<=[^гкхжчшщц])а$/, endings: 'а ы е у ой/ою е а ; ы . ам ы ами ах' },
    { ends: /(?<=[гкхжчшщ])а$/, endings: 'а и е у ой/ою/ей/ею е а ; и . ам и ами ах' },
    { ends: /(?<=ц)а$/, endings: 'а ы е у ей/ею е а ; ы . ам ы ами ах' },
    { ends: /а$/, endings: '; . -/ей . -/ей', only: 'common' },
    { ends: /(?<=[^аеиоуыэюяьъ])я$/, endings: 'я и е ю ей/ею е я ; и ь/ей ям и/ь/ей ями ях' },
    { ends: /ия$/, endings: 'ия ии ии ию ией ии ия ; ии ий иям ии/ий иями иях' },
    { ends: /(?<=[аеоуыэюяьъ])я$/, endings: 'я и е ю ей/ею е я ; и й ям и/й ями ях' },
    { ends: /ья$/, endings: '; . ей/ий . ей/ий', only: 'common' },
    { ends: /([^аеиоуыэюяьй])[ья]?ня$/, stem: '$1ен', endings: '; . -/ь . -/ь', only: 'common' },
    { ends: /([^аеиоуыэюяьй])ля$/, stem: '$1ель', endings: '; . - . -', only: 'common' },
    { ends: /([^аеиоуыэюяьй])к[аи]$/, stem: '$1ок', endings: '; . - . -', only: 'common' },
    { ends: /([^аеиоуыэюя])[ьй]?к[аио]$/, stem: '$1ек', endings: '; . - . -', only: 'common' },
    { ends: /([аеиоуыэюя])йк[аи]$/, stem: '$1ек', endings: '; . - . -', only: 'common' },
    { ends: /([^аеиоуыэюяй])ь?([нлврмгб])[аоы]$/, stem: '$1е$2', endings: '; . - . -', only: 'common' },
    { ends: /([аеиоуыэюя])й([нлврм])[аоы]$/, stem: '$1е$2', endings: '; . - . -', only: 'common' },
    { ends: /([^аеиоуыэюяьй])([нлврк])[аоы]$/, stem: '$1о$2', endings: '; . - . -', only: 'common' },
    { ends: /([^аеиоуыэюя])ц[еаы]$/, stem: '$1ец', endings: '; . - . -', only: 'common' },
    // Second declension.
    { ends: /(?<=[бвдзлмнпрстф])$/, endings: HARD },
    { ends: /(?<=[гкх])$/, endings: VELAR },
    { ends: /(?<=[жчшщц])$/, endings: HUSHED },
    { ends: /ц$/, endings: '; цы цев цам цев/цы цами цах' },
    { ends: /(?<=(?:[иы]н|[ое]в))$/, endings: '. . . . ым ; . ых ым ых ыми ых', only: 'name' },
    { ends: /ь$/, endings: SOFT },
    { ends: /й$/, endings: 'й я ю й/я ем е/ю й ; и ев ям и/ев ями ях' },
    { ends: /ий$/, endings: 'ий ия ию ий/ия ием ии ий ; ии иев иям ии/иев иями иях' },
    { ends: /(?<=[аеиоуыэюя])й$/, stem: 'йц', endings: '; . .', only: 'common' },
    { ends: /о$/, endings: 'о а у о ом е/у о ; а - ам а ами ах', only: 'common' },
    { ends: /о$/, endings: '; ы ов . ы', only: 'common' },
    { ends: /(?<=[^аеиоуыэюяьжчшщц])е$/, endings: 'е я ю е ем е/и е ; я ей/ь ям я ями ях', only: 'common' },
    { ends: /(?<=[жчшщц])е$/, endings: 'е а у е ем е е ; а -/ей ам а ами ах', only: 'common' },
    { ends: /ие$/, endings: 'ие ия ию ие ием ии ие ; ия ий/иев иям ия иями иях', only: 'common' },
    { ends: /ье$/, endings: 'ье ья ью ье ьем ье/ьи ье ; ья ий/ьев ьям ья ьями ьях' },
    { ends: /мя$/, endings: 'мя мени мени мя менем мени мя ; мена мен менам мена менами менах', only: 'common' },
    // Fleeting vowels.
    { ends: /([^аеиоуыэюяй])ец$/, stem: '$1ц', endings: '. а у а ем/ом е ; ы ов/ев ам ов/ев ами ах' },
    { ends: /лец$/, stem: 'льц', endings: '. а у а ем/ом е ; ы ов/ев ам ов/ев ами ах' },
    { ends: /([аеиоуыэюя])ец$/, stem: '$1йц', endings: '. а у а ем е ; ы ев ам ев ами ах' },
    { ends: /([^аеиоуыэюяй])[ое]к$/, stem: '$1к', endings: VELAR_CHANGED },
    { ends: /([^аеиоуыэюяй])ек$/, stem: '$1ьк', endings: VELAR_CHANGED, only: 'common' },
    { ends: /([^аеиоуыэюяй])[ое]([нлрвтс])$/, stem: '$1$2', endings: HARD_CHANGED, only: 'common' },
    { ends: /([^аеиоуыэюяй])[ое](г)$/, stem: '$1$2', endings: VELAR_CHANGED, only: 'common' },
    { ends: /([^аеиоуыэюяй])е([влдн])$/, stem: '$1ь$2', endings: HARD_CHANGED, only: 'common' },
    { ends: /^(пав)ел$/, stem: '$1л', endings: HARD_CHANGED, only: 'name' },
    { ends: /^(л)ев$/, stem: '$1ьв', endings: HARD_CHANGED, only: 'name' },
    { ends: /([^аеиоуыэюяй])[ое]([нлрв])ь$/, stem: '$1$2', endings: SOFT_CHANGED, only: 'common' },
    { ends: /([^аеиоуыэюяй])[ое]([шв])ь$/, stem: '$1$2', endings: '. и и . . и ; и ей ам/ям и ами/ями ах/ях', only: 'common' },
    { ends: /[её]нок$/, stem: 'ят', endings: '; а - ам а/- ами ах', only: 'common' },
    { ends: /([ая]н)ин$/, stem: '$1', endings: '; е - ам - ами ах' },
    { ends: /(?<=брат|лист|друг|сын|стул|зят|муж)$/, endings: '; ья ьев/ей ьям ьев/ей ьями ьях', only: 'common' },
    // Third declension.
    { ends: /ь$/, endings: 'ь и и ь ью и ь ; и ей ям и/ей ями/ьми ях', only: 'common' },
    { ends: /(?<=ст|з|л|н|р|т)ь$/, endings: 'ь и и ь ью и ь', only: 'name' },
    { ends: /(?<=[жшчщ])ь$/, endings: '; . . ам . ами ах' },
    // Adjectives, participles and surnames of their form.
    { ends: /ый$/, endings: `ый ого ому ый/ого ым ом ый ${PLURAL_ADJECTIVE}`, adjective: true },
    { ends: /ой$/, endings: `ой ого ому ой/ого ым ом ой ${PLURAL_ADJECTIVE}`, adjective: true },
    { ends: /[ыио]й$/, endings: 'ая/ое/ее ой/ей ой/ей ую/ое ой/ою/ей/ею ой/ей', only: 'single' },
    { ends: /(?<=[^гкхжчшщц])ая$/, endings: `ая ой ой ую ой/ою ой ая ${PLURAL_ADJECTIVE}`, adjective: true },
    { ends: /(?<=[^гкхжчшщц])ое$/, endings: `ое ого ому ое ым ом ое ${PLURAL_ADJECTIVE}`, only: 'adjective', adjective: true },
    { ends: /ые$/, endings: PLURAL_ADJECTIVE, only: 'adjective', adjective: true },
    { ends: /(?<=[гкхжчшщц])ий$/, endings: `ий ого/его ому/ему ий/ого/его им ом/ем ий ${SOFT_PLURAL_ADJECTIVE}`, adjective: true },
    { ends: /(?<=[гкхжчшщц])ой$/, endings: `ой ого ому ой/ого им ом ой ${SOFT_PLURAL_ADJECTIVE}`, adjective: true },
    { ends: /(?<=[гкхжчшщц])ая$/, endings: `ая ой/ей ой/ей ую ой/ою/ей/ею ой/ей ая ${SOFT_PLURAL_ADJECTIVE}`, adjective: true },
    {
      ends: /(?<=[гкхжчшщц])[ое]е$/,
      endings: `ое/ее ого/его ому/ему ое/ее им ом/ем ое/ее ${SOFT_PLURAL_ADJECTIVE}`,
      only: 'adjective',
      adjective: true,
    },
    { ends: /(?<=[^гкхжчшщц])ий$/, endings: `ий его ему ий/его им ем ий ${SOFT_PLURAL_ADJECTIVE}`, only: 'adjective', adjective: true },
    { ends: /яя$/, endings: `яя ей ей юю ей/ею ей яя ${SOFT_PLURAL_ADJECTIVE}`, only: 'adjective', adjective: true },
    { ends: /(?<=[^гкхжчшщц])ее$/, endings: `ее его ему ее им ем ее ${SOFT_PLURAL_ADJECTIVE}`, only: 'adjective', adjective: true },
    { ends: /ие$/, endings: SOFT_PLURAL_ADJECTIVE, only: 'adjective', adjective: true },
    { ends: /ье$/, endings: 'ье ьего ьему ье ьим ьем ; ьи ьих ьим ьи/ьих ьими ьих', only: 'adjective', adjective: true },
    { ends: /ий$/, stem: 'ь', endings: '. его ему его им ем ; и их им и/их ими их', only: 'adjective', adjective: true },
    { ends: /ья$/, endings: 'ья ьей ьей ью ьей ьей', only: 'adjective', adjective: true },
    { ends: /(?<=[оеё]в|[иы]н)а$/, endings: '. ой ой у ой/ою ой ; ы ых ым ых ыми ых', only: 'name' },
    // Plural dictionary forms, and their singular.
    { ends: /[ыи]$/, endings: '; ы/и ов/ев/ей/-/ь ам/ям ы/и/ов/ев/ей/-/ь ами/ями ах/ях', only: 'common' },
    { ends: /[ыи]$/, endings: '-/а а/ы у/е а/у ом/ой е', only: 'common' },
    { ends: /(?<=[^аеиоуыэюя])ы$/, endings: '; ы ов ам ы/ов ами ах', only: 'name' },
    { ends: /цы$/, endings: 'ец ца цу ца цем це ; цы цев/цов цам цев/цов/цы цами цах' },
    { ends: /йцы$/, endings: 'ец', only: 'common' },
    { ends: /([^аеиоуыэюяьй])ки$/, stem: '$1к', endings: '; и ов/- ам и/ов ами ах' },
    { ends: /ии$/, endings: '; ии ий/иев иям ии иями иях' },
    { ends: /а$/, endings: '; а ов/- ам а ами ах', only: 'common' },
    { ends: /не$/, endings: '; не н нам н нами нах' },
    { ends: /не$/, endings: 'нин нина нину нина нином нине' },
    { ends: /ья$/, endings: '; ья ьев/ей ьям ьев/ей/ья ьями ьях' },
  ],
  derived:
    /^(?:(?:ей|ий|ан|ян|ен|н|ин|ов|ич|ист|ий)?[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ою|ое|ие|их|ими|и)|(?:ов|ев|ив|ичн|ическ|истическ|чн|н|енн|ан|ян|ин)(?:ый|ий|ой|ого|его|ому|им|ым|ом|ая|ую|ою|ое|ые|ие|ых|их|ыми|ими)|(?:ов|ев|ин)(?:|а|о|ы|ой|у|ым|ых|ыми)|(?:ан|ян|чан)(?:ин|ина|ину|ином|ине|е|ам|ами|ах|ка|ки|ку|кой|ок|кам|ками|ках|)|(?:и|е)?(?:й?ец|[ийе]?ц(?:а|у|ы|ем|ев|ам|ами|ах|е)|ист(?:|а|у|ом|е|ы|ов|ам|ами|ах)|ова(?:ть|л|ла|ли|ло|ние|ния|нию|нии)))$/,
};
