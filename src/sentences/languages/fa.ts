import type { SentenceLanguage } from '../language.ts';

export const fa: SentenceLanguage = {
  joins: 'دکتر مهندس ر.ک ق.م ه.ش ه.ق ص ج د م',
  numbers: 'ص صص ج شماره',
  says: 'گفت پرسید افزود نوشت گفتند',
};
