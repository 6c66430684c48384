import type { SentenceWords } from '../languages/language.ts';

export const everywhere: SentenceWords = {
  joins: 'Dr Prof Mr Mrs Ms Mt vs cf i.e e.g Mlle Mme Mgr',
  numbers: 'No Nos N° n° N.° n.° Nr vol pp fig tel',
  may: `
    inc ltd co corp bros jr sr St plc u.s u.k u.s.a e.u u.n u.a.e u.s.s.r ph.d m.d b.a m.a m.b.a d.c n.y l.a n.j
    S.A S.p.A S.L S.r.l B.V N.V A.G A.B A.S S.A.S S.L.U A.C F.C C.F`,
  times: 'a.m p.m',
  ends: 'etc',
  marked: 'yahoo! jeopardy! joomla! yum! wham! mia! airplane!',
  companies: 'inc corp ltd plc llc gmbh magazine brands network foundation entertainment',
};
