/** Laughter and other sounds: they are written again and again, in every script with other letters. */

// biome-ignore format: a list
const SOUNDS = "[hjx][aeiou]+h?|[aeiou]h|[ao]hh+|l[aàá]|w?k[aei]?|ke[hk]|kik|wk|rs|ks|w|lol|oh|ah|no+|yeah|[хг][аеиоії]|а[хг]|ну|ля|χ[αεο]|[हख]ा|ह[ीेो]|হ[ািে]|হাহ|ஹா|హా|ಹಾ|ഹാ|હા|ਹਾ|හා|ه+|ها|هه+|خ+|ح+ا|ח+|חה|ฮ่า|ฮา|ฮิ|ฮี่|ฮ่|โฮ่?|อิ|คิก?|เห[อะ]+|ๆ|ຮາ|ហា|[哈呵嘿嘻啊哇哦呜嗚噢咯汪喵笑]|わ?は|わ?ハ|[ふフへヘひヒほホわワあアうウうおオーｗw笑草]|[ㅋㅎㅠㅜ]|[하헤히호허후크킥흐아야]";
const SOUND = new RegExp(`^(?:${SOUNDS})+$`, 'iu');

/** @param words joined or parted by spaces, commas or hyphens: `ha`, `ha ha`, `哈哈` */
export function isSound(words: string): boolean {
  return SOUND.test(words.replace(/[\s,-]+/g, ''));
}

const AGAIN = /(?<!\p{L})(?:(\p{L}{1,4})(?:[\s,-]*\1)+\p{L}?|lol)(?!\p{L})/giu;

/** Whether a text has a sound that is written twice and more, in one word or in several: `hahaha`, `ha ha`. */
export function hasSound(text: string): boolean {
  return (text.match(AGAIN) ?? []).some(isSound);
}
