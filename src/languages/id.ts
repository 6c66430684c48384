import type { Language } from './language.ts';

/** Indonesian. */
export const language: Language = {
  doubles: 'any',
  detectedAs: 'ms',
  length: { ratio: 1.14, spread: 1.1 },
  sentences: {
    joins:
      'bpk bp sdr sdri dr drs dra prof ir h hj kh kyai jend letjen mayjen brigjen kol mayor kapt sersan jl jln gg gd kab kec prov a.n u.b d.a u.p mis cth yg dgn tsb sbb lih ed terj penj a.l',
    numbers: 'jan feb apr jun jul agt agu sep okt nov des no hlm hal jil gbr tab ps tel telp fax km cm mm kg ha rp jt m',
    may: 's.h s.e s.sos s.kom m.sc m.si tbk pt',
    ends: 'dll dsb dst',
    starters:
      'ini itu dia ia mereka kami kita saya anda namun tetapi dan atau karena jika ketika saat meski selain juga setelah sebelum di ke dari pada dalam untuk dengan tanpa oleh menurut apa siapa mana bagaimana mengapa kapan semua setiap banyak beberapa tidak bukan sudah akan sedang masih hanya bahkan hari para sebuah seorang',
  },
  numbers: {
    percent: 'persen',
    speller: 'id-ID',
    scales: [
      [1e9, 'miliar|milyar'],
      [1e6, 'juta|jt'],
      [1e3, 'ribu|rb'],
      [1e12, 'triliun'],
    ],
  },
};
