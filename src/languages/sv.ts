import type { Language } from './language.ts';

/** Swedish. */
export const language: Language = {
  doubles: 'det som den de man så nej ja i',
  doublesAfterComma: 'det den de',
  neighbours: ['nb', 'da'],
  length: { ratio: 1.04, spread: 1.1 },
  sentences: {
    joins: `
    dr prof hr frk ing civ.ing överste gen kapt löjtn st kgl
    bl.a t.ex d.v.s dvs s.k m.a.o t.o.m p.g.a pga ca c:a resp ev exkl inkl f.d f.n f.ö i.o.m i.st jfr jmf äv avd alm ang utg övers förf vd fr.o.m div enl
    bitr st.f v.g p.r`,
    numbers:
      'jan feb apr jun jul aug sep sept okt nov dec max nr s sid fig tab kap art kr milj mrd tkr mkr km cm mm kg mg ml ha min sek tel bd årg st kl § mom pkt',
    may: 'jr sr f.kr e.kr fvt evt co',
    ends: 'osv o.s.v m.m mm m.fl mfl etc o.d o.dyl',
    starters: `
    den det de en ett denna detta dessa han hon vi ni jag du man hans hennes deras vår min ingen alla allt varje många några flera andra båda
    och men eller för dock också bara även dessutom därför därmed därefter ändå då så där här nu idag igår senare tidigare i på till från med vid av efter före under över om mellan utan sedan enligt trots mot hos
    när eftersom medan vad vem var hur varför vilken är blir blev har hade kan kunde ska skulle vill ville måste inte aldrig inget kanske slutligen`,
    openers: 'i kl på om vid efter före runt från sedan den',
  },
  numbers: {
    percent: 'procent',
    speller: 'sv-SE',
    words: {
      0: 'noll|inga|inget|midnatt',
      0.5: 'halv|hälft',
      1: 'en\\b|ett\\b|först|enda',
      1.5: 'en och en halv|halvannan',
      2: 'två|andra|båda|dubbel|par\\b|duo',
      3: 'tre\\b|tred|tre[åm]|trio',
      4: 'fyra|fjärde|fjärdedel|fyr',
      5: 'fem',
      6: 'sex|sjätte',
      7: 'sju',
      8: 'åtta|åttonde',
      9: 'nio',
      10: 'tio|decenni|årtionde',
      11: 'elva|elfte',
      12: 'tolv|tolfte|dussin|middag',
      20: 'tjug',
      30: 'tretti',
      40: 'fyrti',
      100: 'hundra|sekel|århundrade',
      1000: 'tusen',
      1e6: 'miljon',
      1e9: 'miljard',
    },
    scales: [
      [1e9, 'miljard(?:er)?|mdr|mrd'],
      [1e6, 'miljon(?:er)?|mn|mkr|milj\\.?'],
      [1e3, 'tusen|tkr|k'],
      [1e12, 'biljon(?:er)?'],
    ],
  },
};
