import type { SentenceLanguage } from '../language.ts';

export const hu: SentenceLanguage = {
  joins: `
    dr prof ifj id özv gen ezr alezr őrgy szds hdgy fhdgy szt ún ui uő pl kb vö ld lásd ill illetve bp vmint ford szerk kiad szerz főszerk ang ném fr ol sp lat or
    tc u körút krt rkp sgt ált megj hiv vszleg szkv`,
  numbers: 'sz old o ábra táb km cm mm kg mg ml ha min mp tel ezer Ft kb em fszt szám pont bek évf köt db fő',
  may: 'mill mrd kft bt rt zrt nyrt Kr.e Kr.u i.e i.sz',
  ends: 'stb sat etc s.a.t s.t.b',
  starters: `
    a az egy ez ezek azok ő ők mi ti én te minden mindenki néhány sok több más mindkét és de vagy mert azonban is továbbá ezért akkor ott itt most ma tegnap holnap később korábban
    ha amikor mivel bár hogy mit ki hol hogyan miért mennyi melyik van volt vannak voltak nem nincs lehet kell talán végül után előtt szerint emellett ugyanakkor eközben`,
  ordinals: true,
};
