import type { Language } from '../language.ts';

/** Firms, titles and names of English and Latin use that stand in texts of every language. */
export const common: Language = {
  joins: 'dr prof mr mrs ms mt vs cf i.e e.g',
  numbers: 'No Nos vol p pp fig °C',
  may: 'inc ltd co corp bros jr sr st u.s u.k u.s.a e.u u.n ph.d S.A S.p.A S.L S.r.l',
  times: 'a.m p.m',
  ends: 'etc',
};
