import type { SentenceLanguage } from '../language.ts';

export const ja: SentenceLanguage = {
  // Written in kana: after a quotation other kana are a particle.
  starters: `
    しかし もし もしも そして なぜ なぜなら それ これ この その あの あれ また または ただ ただし だが だから でも ところ ところが とはいえ とにかく
    さらに すると そこ ここ どう どうして ほか ほとんど みんな いま いつ いつも すべて たとえ たとえば つまり むしろ やがて ついに まず まだ もう やはり
    よって ゆえに あと あるいは および おそらく かつて さて しばらく ちなみに なお ならば のちに はい いえ いや わたし あなた ぼく おれ かれ きっと きょう
    きのう あした そう そうして こう こうした そんな このような かつ`,
  says: '言った 述べた 語った 話した 答えた 尋ねた 叫んだ 付け加えた',
};
