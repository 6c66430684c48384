import type { SentenceLanguage } from '../language.ts';

export const vi: SentenceLanguage = {
  joins: 'ts ths gs pgs bs ks cn ls tp q p tx tt ô v.d vd tr đ/c',
  numbers: 'tr sđt đt km cm mm kg ha',
  ends: 'v.v vv',
  starters:
    'các những một cái con người nhưng và hoặc tuy nhiên do đó vì nếu khi trong ngoài trên dưới ông bà anh chị họ chúng tôi đây này theo sau trước hiện nay hôm tại ở từ với để không có là được đã sẽ',
};
