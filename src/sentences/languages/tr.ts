import type { SentenceLanguage } from '../language.ts';

export const tr: SentenceLanguage = {
  joins: `
    dr doç prof yrd av öğr gör uzm op müh mim org korg tümg tuğg alb yrb bnb yzb ütğm tğm asb çvş hz bkz krş örn sn çev haz
           yun blv cd cad sk mah apt no`,
  numbers:
    'oca şub nis haz tem ağu eyl eki kas ara s sf sy no cilt c şek tab md km cm mm kg mg ml ha dk sn saat tel faks mln mlr tl yy bl fas kat',
  may: 'gen kor Sok a.ş ltd şti san tic jr m.ö m.s i.ö i.s b.m t.c a.b.d',
  times: 'a.m p.m',
  ends: 'vb vs vd vbg v.b v.s v.d',
  starters: `
    bu şu o bunlar onlar biz siz ben sen onun bunun bizim her herkes bazı birçok çok diğer hiç hiçbir ve ama fakat ancak ya veya çünkü yine de ayrıca üstelik nedenle böylece sonra daha önce orada burada şimdi bugün dün yarın
    eğer ne kim nerede nasıl neden niçin kaç hangi var yok değil olabilir belki sonunda için göre karşın rağmen bir böyle öyle şöyle ise hem son ilk`,
  ordinals: true,
};
