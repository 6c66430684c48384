import { describe, expect, it } from 'vitest';
import { findTerms, type SourceTerm } from '../../src/glossary/match.ts';

/** What is found, in order; a covered match in brackets. */
function found(text: string, terms: readonly (string | SourceTerm)[], locale = 'en'): string[] {
  const list = terms.map((term) => (typeof term === 'string' ? { source: term } : term));
  return findTerms(text, locale, list).map(({ term, surface, covered }) => {
    const said = surface === term.source ? surface : `${surface}=${term.source}`;
    return covered ? `(${said})` : said;
  });
}

describe('findTerms in English', () => {
  it.each([
    // Whole words, the longest first, nested terms covered.
    ['Donald Trump met Trump.', ['Trump', 'Donald Trump'], ['Donald Trump', '(Trump)', 'Trump']],
    ['The trumpet was old.', ['Trump'], []],
    ['New York City and New York', ['New York', 'York City', 'New York City'], ['New York City', '(New York)', '(York City)', 'New York']],
    // Plural and possessive.
    ["The senator's aides and two senators", ['senator'], ["senator's=senator", 'senators=senator']],
    ['The Giants’ bus, the parties’ leaders', ['Giants', 'party'], ['Giants', 'parties=party']],
    [
      'Two policemen and three attorneys general',
      ['policeman', 'attorney general'],
      ['policemen=policeman', 'attorneys general=attorney general'],
    ],
    ['The crises and the knives', ['crisis', 'knife'], ['crises=crisis', 'knives=knife']],
    ["The UK's plan, two MPs", ['UK', 'MP'], ["UK's=UK", 'MPs=MP']],
    ["Sainsbury's shop, Sainsbury’s", ["Sainsbury's"], ["Sainsbury's", "Sainsbury’s=Sainsbury's"]],
    // Capitals.
    ['The US told us.', ['US'], ['US']],
    ['Turkey serves turkey', ['Turkey'], ['Turkey']],
    ['Hearing and hearing', ['hearing'], ['Hearing=hearing', 'hearing']],
    ['WHO says who', [{ source: 'who' }], ['who']],
    ['TRUMP WINS IN OHIO', ['Trump', 'Ohio'], ['TRUMP=Trump', 'OHIO=Ohio']],
    // Signs.
    ['U.S. troops, U.S.A., the U. S. Army', ['U.S.'], ['U.S=U.S.', 'U. S=U.S.']],
    ['Berners‑Lee and Berners-Lee', ['Berners-Lee'], ['Berners‑Lee=Berners-Lee', 'Berners-Lee']],
    ['pro-Brexit and Trump-era', ['Brexit', 'Trump'], ['Brexit', 'Trump']],
    ['New\u00a0York and New  York', ['New York'], ['New\u00a0York=New York', 'New  York=New York']],
    ['Don\u200bald Tru\u00admp', ['Donald Trump'], ['Don\u200bald Tru\u00admp=Donald Trump']],
    ['New York, York', ['New York, York'], ['New York, York']],
    // Diacritics are left out in English, or not.
    ['Erdoğan met Erdogan', ['Erdogan'], ['Erdoğan=Erdogan', 'Erdogan']],
    ['Recep Tayyip Erdogan', ['Recep Tayyip Erdoğan'], ['Recep Tayyip Erdogan=Recep Tayyip Erdoğan']],
  ] as const)('%s', (text, terms, expected) => {
    expect(found(text, terms)).toEqual(expected);
  });

  it('takes a term that is told to be found in any case', () => {
    expect(found('the senate', [{ source: 'Senate', case: 'any' }])).toEqual(['senate=Senate']);
  });

  it('gives offsets of the surface', () => {
    const [match] = findTerms('“Erdoğan’s” plan', 'en', [{ source: 'Erdogan' }]);
    expect(match).toMatchObject({ start: 1, end: 10, surface: 'Erdoğan’s' });
  });
});

describe('findTerms in other languages', () => {
  it.each([
    ['uk', 'Зустріч із Трампом у Вашингтоні', ['Трамп', 'Вашингтон'], ['Трампом=Трамп', 'Вашингтоні=Вашингтон']],
    ['uk', 'Цього року не було роки', ['рік'], ['року=рік', 'роки=рік']],
    ['ru', 'Встреча с премьер-министром Израиля', ['премьер-министр', 'Израиль'], ['премьер-министром=премьер-министр', 'Израиля=Израиль']],
    [
      'pl',
      'W Stanach Zjednoczonych i w Krakowie',
      ['Stany Zjednoczone', 'Kraków'],
      ['Stanach Zjednoczonych=Stany Zjednoczone', 'Krakowie=Kraków'],
    ],
    ['de', 'Des Bundestages, in den Häusern', ['Bundestag', 'Haus'], ['Bundestages=Bundestag', 'Häusern=Haus']],
    ['es', 'Las elecciones y los exámenes', ['elección', 'examen'], ['elecciones=elección', 'exámenes=examen']],
    ['fr', "L'Assemblée nationale et d’Arizona", ['Assemblée nationale', 'Arizona'], ['Assemblée nationale', 'Arizona']],
    ['zh', '美国总统访问北京大学', ['北京', '北京大学', '美国'], ['美国', '北京大学', '(北京)']],
    ['ja', 'NATO加盟国とNATOS', ['NATO'], ['NATO']],
    ['th', 'ประเทศไทยและกรุงเทพ', ['กรุงเทพ'], ['กรุงเทพ']],
  ] as const)('%s: %s', (locale, text, terms, expected) => {
    expect(found(text, terms, locale)).toEqual(expected);
  });
});
