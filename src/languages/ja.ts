import type { Language } from './language.ts';

/** Japanese. */
export const language: Language = {
  scripts: ['Han', 'Hiragana', 'Katakana'],
  regionInitials: { US: '米', GB: '英', FR: '仏', DE: '独', RU: '露', CN: '中', KR: '韓', KP: '朝', AU: '豪', 150: '欧' },
  unspaced: true,
  length: { ratio: 0.47, spread: 1.4 },
  sentences: {
    // Written in kana: after a quotation other kana are a particle.
    starters: `
    しかし もし もしも そして なぜ なぜなら それ これ この その あの あれ また または ただ ただし だが だから でも ところ ところが とはいえ とにかく
    さらに すると そこ ここ どう どうして ほか ほとんど みんな いま いつ いつも すべて たとえ たとえば つまり むしろ やがて ついに まず まだ もう やはり
    よって ゆえに あと あるいは および おそらく かつて さて しばらく ちなみに なお ならば のちに はい いえ いや わたし あなた ぼく おれ かれ きっと きょう
    きのう あした そう そうして こう こうした そんな このような かつ`,
    says: '言った 述べた 語った 話した 答えた 尋ねた 叫んだ 付け加えた',
  },
  numbers: {
    percent: 'パーセント|ポイント|割',
    speller: 'ja-JP',
    words: {
      0.5: '半',
      1: '一|唯一|初|単',
      2: '二|両|双|次男|次女|次点',
      3: '三',
      4: '四',
      5: '五',
      6: '六',
      7: '七',
      8: '八',
      9: '九',
      10: '十',
      12: '十二|ダース|正午',
      100: '百|世紀',
      1000: '千',
      10000: '万',
      1e6: '百万',
      1e8: '億',
    },
    scales: [
      [1e12, '兆'],
      [1e8, '億'],
      [1e4, '万|萬'],
      [1e3, '千'],
      [100, '百'],
      // Tenths, which are told as hundredths elsewhere: `3割` is 30 %. A ratio (`割合`) is none.
      [10, '割(?!合)'],
      [1e6, 'ミリオン|百万'],
      [1e9, 'ビリオン|十億'],
    ],
  },
};
