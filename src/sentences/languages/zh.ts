import type { SentenceLanguage } from '../language.ts';

export const zh: SentenceLanguage = {
  says: '说 道 问 答 喊 称 表示 写道 指出 补充道 回答 回忆 强调 認為 说道 問 說 稱 補充道 強調 回憶 寫道',
};
