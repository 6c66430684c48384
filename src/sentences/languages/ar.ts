import type { Language } from '../language.ts';

export const ar: Language = {
  joins: 'د أ أ.د م ش ص.ب ت ط ج ق.م هـ ب.م س.ص و.م أ.ش إن أي سي بي دي جي إل إف آر تي في إم كيه',
  numbers: 'ص رقم كم سم مم كجم',
};
