import type { Language } from './language.ts';

/** Vietnamese. */
export const language: Language = {
  doubles: 'any',
  letters: { own: /[ơưđ\u1ea0-\u1ef9]/giu },
  length: { ratio: 1.12, spread: 1.2 },
  sentences: {
    joins: 'ts ths gs pgs bs ks cn ls tp q p tx tt ô v.d vd tr đ/c',
    numbers: 'tr sđt đt km cm mm kg ha',
    ends: 'v.v vv',
    starters:
      'các những một cái con người nhưng và hoặc tuy nhiên do đó vì nếu khi trong ngoài trên dưới ông bà anh chị họ chúng tôi đây này theo sau trước hiện nay hôm tại ở từ với để không có là được đã sẽ',
  },
  numbers: {
    percent: 'phần trăm',
    speller: 'vi-VN',
    words: {
      0: 'không',
      0.5: 'rưỡi|nửa',
      1: 'một|nhất|đầu|mốt',
      1.5: 'một .{0,8}rưỡi|rưỡi',
      2: 'hai|nhì|đôi|cặp|cả hai',
      3: 'ba\\b|ba ',
      4: 'bốn|tư',
      5: 'năm|lăm',
      6: 'sáu',
      7: 'bảy|bẩy',
      8: 'tám',
      9: 'chín',
      10: 'mười|thập',
      11: 'mười một',
      12: 'mười hai|tá\\b|trưa',
      20: 'hai mươi',
      100: 'trăm|thế kỷ',
      1000: 'nghìn|ngàn',
      1e6: 'triệu',
      1e9: 'tỷ|tỉ',
    },
    scales: [
      [1e9, 'tỷ|tỉ'],
      [1e6, 'triệu'],
      [1e4, 'vạn'],
      [1e3, 'nghìn|ngàn'],
      [1e12, 'nghìn tỷ|nghìn tỉ|ngàn tỷ'],
    ],
  },
};
