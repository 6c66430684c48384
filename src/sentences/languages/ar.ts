import type { SentenceLanguage } from '../language.ts';

export const ar: SentenceLanguage = {
  joins: 'د أ.د م ش ص.ب ق.م ب.م س.ص و.م أ.ش ج.م.ع',
  numbers: 'ص رقم كم سم مم كجم',
  says: 'قال قالت سأل سألت تساءل تساءلت أضاف أضافت أجاب أجابت كتب كتبت صرح صرحت هتف صاح',
};
