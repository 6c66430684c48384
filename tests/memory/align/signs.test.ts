import { expect, test } from 'vitest';
import { SIGNS, signsOf } from '../../../src/memory/align/signs.ts';

test.each([
  ['It was all "hurrah".', 'en', false],
  ['Тренировки прошли на «ура».', 'ru', false],
  ['他说这是“好事”。', 'zh', false],
  ['We can put last season behind us."', 'en', true],
  ['"We can put last season behind us."', 'en', true],
  ['She said: "We can put last season behind us."', 'en', true],
  ['「昨シーズンのことは忘れて、先に進むことができる。」', 'ja', true],
])('%j (%s) closes what was said: %s', (text, locale, isSpeech) => {
  expect(signsOf([text], locale).punctuation & (1 << SIGNS.indexOf('closes')), text).toBe(isSpeech ? 1 << SIGNS.indexOf('closes') : 0);
});
