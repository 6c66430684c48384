import type { SentenceLanguage } from '../language.ts';

export const ko: SentenceLanguage = {
  goesOn: '라고 이라고 라며 이라며 라면서 이라면서 라는 이라는 라고도 하고 하며 고 며 면서 라 이라 라던 라기보다 는 은 이라던',
};
