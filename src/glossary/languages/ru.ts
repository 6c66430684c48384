import type { Language } from '../language.ts';

const HARD_ADJECTIVE = 'ый ий ой ого ому ым им ом ая ой ую ою ое ые ие ых их ыми ими';
const SOFT_ADJECTIVE = 'ий его ему им ем яя ей юю ею ее ие их ими';
const SOFT = 'ь я ю ем е и ей ям ями ях';

/** Russian: three declensions, adjectives and surnames of their form, fleeting vowels, indeclinable foreign names. */
export const ru: Language = {
  tag: 'ru',
  alphabet: 'Cyrl',
  classes: [
    { ends: /а$/, endings: 'а ы и е у ой ою - ам ами ах ей' },
    { ends: /(?<=[жчшщц])а$/, endings: 'ей ею' },
    { ends: /(?<=[^аеиоуыэюяьъи])я$/, endings: 'я и е ю ей ею ь ям ями ях' },
    { ends: /ия$/, endings: 'ия ии ию ией ий иям иями иях' },
    { ends: /(?<=[аеоуыэюяь])я$/, endings: 'я и е ю ей ею й ям ями ях' },
    { ends: /ья$/, stem: 'и', endings: 'й', only: 'common' },
    { ends: /(?<=[^аеиоуыэюяьй])ня$/, endings: 'ен ень', only: 'common' },
    { ends: /(?<=[^аеиоуыэюяьй])ля$/, endings: 'ель', only: 'common' },
    { ends: /([^аеиоуыэюяйь])к[аи]$/, stem: '$1ок', endings: '-', only: 'common' },
    { ends: /([жчшщ]|[^аеиоуыэюя](?=ь)|)[ьй]?к[аи]$/, stem: '$1ек', endings: '-', only: 'common' },
    { ends: /([^аеиоуыэюяь])([нлвр])[аоы]$/, stem: '$1е$2', endings: '-', only: 'common' },
    { ends: /([^аеиоуыэюяь])([нлвр])[аоы]$/, stem: '$1о$2', endings: '-', only: 'common' },
    { ends: /([^аеиоуыэюя])ьб[аы]$/, stem: '$1еб', endings: '-', only: 'common' },
    { ends: /([^аеиоуыэюя])ц[еаы]$/, stem: '$1ец', endings: '-', only: 'common' },
    { ends: /(?<=[бвгджзклмнпрстфхцчшщ])$/, endings: 'а у ом е ы и ов ам ами ах' },
    { ends: /(?<=[жчшщц])$/, endings: 'ем ей ев' },
    { ends: /(?<=(?:ин|[ое]в))$/, endings: 'ым', only: 'name' },
    { ends: /ь$/, endings: SOFT },
    { ends: /ь$/, endings: 'ью ьми' },
    { ends: /(?<=[жшчщ])ь$/, endings: 'а у ом ам ами ах' },
    { ends: /й$/, endings: 'й я ю ем е и ев ям ями ях' },
    { ends: /ий$/, endings: 'ии иям иями иях ев' },
    { ends: /о$/, endings: 'о а у ом е - ам ами ах', only: 'common' },
    { ends: /(?<=[^аеиоуыэюяь])е$/, endings: 'е я а ю у ем ом и й ей ь - ям ами ями ах ях', only: 'common' },
    { ends: /ие$/, endings: 'ие ия ию ием ии ий иям иями иях' },
    { ends: /ье$/, endings: 'ье ья ью ьем ьи ий ей ьям ьями ьях' },
    { ends: /мя$/, endings: 'мя мени менем мена мен менам менами менах', only: 'common' },
    // Stems that change.
    { ends: /ец$/, stem: 'ц', endings: 'а у ем ом е ы ов ев ам ами ах' },
    { ends: /лец$/, stem: 'льц', endings: 'а у ем ом е ы ов ев ам ами ах' },
    { ends: /еец$/, stem: 'ейц', endings: 'а у ем е ы ев ам ами ах' },
    { ends: /([аеиоуыэюя])ец$/, stem: '$1йц', endings: 'а у ем ом е ы ев ам ами ах' },
    { ends: /([^аеиоуыэюяй])[ое]к$/, stem: '$1к', endings: 'а у ом е и ов ам ами ах' },
    { ends: /([^аеиоуыэюяй])ек$/, stem: '$1ьк', endings: 'а у ом е и ов ам ами ах', only: 'common' },
    { ends: /([^аеиоуыэюяй])[ое]([нлрвт])$/, stem: '$1$2', endings: 'а у ом е ы и ов ам ами ах', only: 'common' },
    { ends: /([^аеиоуыэюяй])е([влдн])$/, stem: '$1ь$2', endings: 'а у ом е ы ов ам ами ах', only: 'common' },
    { ends: /^(пав)ел$/, stem: '$1л', endings: 'а у ом е ы ов ам ами ах' },
    { ends: /^(л)ев$/, stem: '$1ьв', endings: 'а у ом е ы ов ам ами ах' },
    { ends: /([^аеиоуыэюяй])[ое]([нлрв])ь$/, stem: '$1$2', endings: 'я ю ем е и ей ям ями ях', only: 'common' },
    { ends: /ёнок$|енок$/, stem: 'ят', endings: 'а - ам ами ах', only: 'common' },
    { ends: /ин$/, stem: 'е', endings: '-', only: 'common' },
    { ends: /([аян])ин$/, stem: '$1', endings: '- ам ами ах е ы', only: 'common' },
    { ends: /(брат|лист|друг|сын|стул)$/, stem: '$1', endings: 'ья ьев ьям ьями ьях', only: 'common' },
    // Adjectives, participles and surnames of their form.
    { ends: /[ыио]й$/, endings: HARD_ADJECTIVE },
    { ends: /(?:ая|ое|ые|ие)$/, endings: HARD_ADJECTIVE },
    { ends: /ий$/, endings: SOFT_ADJECTIVE, only: 'common' },
    { ends: /(?:яя|ее|ие)$/, endings: SOFT_ADJECTIVE },
    { ends: /(?<=[оеё]в|ин)а$/, endings: 'а ой у ою', only: 'name' },
    // Plural dictionary forms.
    { ends: /[ыи]$/, endings: 'ы и ов ев ей - ь ам ами ах ям ями ях', only: 'common' },
    { ends: /ы$/, endings: 'ы ов ам ами ах -', only: 'name' },
    { ends: /цы$/, endings: 'цев цам цами цах ец' },
    { ends: /ки$/, endings: 'ков кам ками ках ок ек' },
    { ends: /ии$/, endings: 'ии ий иям иями иях' },
    { ends: /а$/, endings: 'ов', only: 'common' },
    { ends: /е$/, endings: 'ов ам ами ах', only: 'common' },
    { ends: /не$/, endings: 'н', only: 'common' },
    { ends: /ья$/, endings: 'ьев ьям ьями ьях ей' },
  ],
  derived:
    /^(?:(?:ей|ий|ан|ян|ен|н|ин|ов|ич|ист|ий)?[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ою|ое|ие|их|ими|и)|(?:ов|ев|ив|ичн|ическ|чн|н|енн|ан|ян|ин)(?:ый|ий|ой|ого|его|ому|им|ым|ом|ая|ую|ою|ое|ые|ие|ых|их|ыми|ими)|(?:ов|ев|ин)(?:|а|о|ы|ой|у|ым|ых|ыми)|(?:ан|ян|чан)(?:ин|ина|ину|ином|ине|е|ам|ами|ах|ка|ки|ку|кой|ок|кам|ками|ках|)|(?:и|е)?(?:й?ец|[ийе]?ц(?:а|у|ы|ем|ев|ам|ами|ах|е)|ист(?:|а|у|ом|е|ы|ов|ам|ами|ах)))$/,
};
