import { expect, it } from 'vitest';
import { spacedWords } from '../../src/publish/lists/spaced-words.ts';

it.each([
  ['th', '<p title="ข่าวล่าสุด">เรือข้ามฟาก <b>กลับมาแล้ว</b></p>', '<p title="ข่าวล่าสุด">เรือ|ข้าม|ฟาก <b>กลับ|มา|แล้ว</b></p>'],
  ['ja', '<p>図書館、日曜も開館へ</p>', '<p>図書館、日曜|も|開館|へ</p>'],
  ['ja', '<p>夜行フェリーとコーヒー</p>', '<p>夜行|フェリー|と|コーヒー</p>'],
  ['km', '<p>បណ្ណាល័យបើក។</p>', '<p>បណ្ណាល័យ|បើក។</p>'],
  ['lo', '<p>ຫ້ອງສະໝຸດເປີດ</p>', '<p>ຫ້ອງສະໝຸດ|ເປີດ</p>'],
  ['zh', '<p>夜间渡轮</p>', '<p>夜间|渡轮</p>'],
  ['es', '<p>La biblioteca a > b</p>', '<p>La biblioteca a > b</p>'],
])('words of %s are apart for the index, and markup is not touched', (locale, page, spaced) => {
  expect(spacedWords(page, locale).replaceAll('\u2060 ', '|')).toBe(spaced);
});
