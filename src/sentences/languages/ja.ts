import type { Language } from '../language.ts';

export const ja: Language = {
  says: '言った 述べた 語った 話した 答えた 尋ねた 叫んだ 付け加えた',
};
