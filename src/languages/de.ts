import type { Language } from './language.ts';

/** German. */
export const language: Language = {
  doubles: 'sie wir',
  doublesAfterComma: 'die der das dem den denen dessen sie es',
  sureWords: `
    und zu von dass für sie eine auf ein sich ist nicht bei sagte nach einen einer wurde vor einem haben aus über wir wird sind aber seine
    jahr jedoch zum bis oder habe ihre wenn mehr durch diese letzten können auch während wurden gegen nur zur unter sei hatte laut seit kann
    dieser zwei noch wieder seinen erklärte zwischen eines sehr dabei hatten aufgrund jetzt dann ihr ihrer vom nachdem etwas ohne mit hat
    ihm ihn uns mich sein seiner kein keine nichts jemand beim ins denn weil ob damit werden worden würde müssen soll sollte wollen könnte
    viele andere anderen drei fünf sechs sieben neun zehn heute gestern dort immer schon bereits sowie etwa diesem dieses jede jeder`,
  letters: { own: /ß/gu },
  length: { ratio: 1.18, spread: 1 },
  sentences: {
    numbers: '-pl -str -straße -nr -gr',
    joins: `
    fa inh gebr vors dir bgm min.-präs
Mag
    dr prof dipl ing dipl.-ing hr fr frl st hl sr br abg min.-dir präs vors gen oblt hptm maj obstlt komm insp
    z.b z.bsp d.h d.i u.a i.d.r i.a i.e.s i.w.s u.u v.a z.t z.zt z.z z.hd m.e m.w s.o s.u a.a a.d a.m a.o.prof b.a b.w bspw bzgl bzw
    ca cca ggf gegr geb gest verh gesch inkl exkl einschl entspr evtl gem sog vgl ehem allg bes insb insbes jew kath ev evang röm griech
    engl frz franz ital span russ poln lat türk chin jap amerik dt östr schweiz österr hrsg hg bearb übers zit urspr vorm nachm mtl jährl tägl
    abk abt begr betr bez dgl ebd ebda eigtl erg erw etw fam gebr geh gek gz int j.-nr kfm kgl kl königl lfd
    mdl med milit nördl südl östl westl o.g o.a pol priv prot schriftl staatl std stellv techn theol u.z unbek univ unv ü.d.m v.d vs wiss zus zzgl
    gegenw derz i.b i.v i.h i.r i.s.d i.s.v i.v.m m.a.w m.m o.b.d.a p.a u.zw v.h z.k i.allg s.a d.j d.ä`,
    may: 'jan jän feb mär apr jun jul aug sep sept okt nov dez max mind nr nrn s str bd bde abb abs art anm aufl jg kap tab tel fax bl ziff lit rn rdnr tsd mio mrd bill km cm mm kg mg ml ha std min sek stk eur fr rp pf qm ca par anl z bsp a.d i.r e.v jr sen jun str pl ltd a.g gmbh co dr h.c e.h v.chr n.chr m.b.h a.s',
    times: 'a.m p.m',
    ends: 'usw usf u.ä u.dgl u.v.m u.v.a u.v.a.m o.ä etc ff dgl uvm u.s.w u.s.f p.a d.m v.u.z',
    starters: `
    der die das dem den des ein eine einer eines einem einen dieser diese dieses diesem diesen jener jene jenes
    er sie es wir ihr ich du man sein seine ihre unser unsere mein meine kein keine keiner alle alles jeder jede jedes beide viele einige manche mehrere andere
    und aber oder doch denn jedoch sondern sowie auch nur noch schon sogar außerdem zudem darüber dabei dafür dagegen daher darum deshalb deswegen dennoch trotzdem
    da dann danach damals davor dazu damit dort hier heute gestern morgen jetzt nun zuvor zuletzt zunächst schließlich später früher inzwischen mittlerweile seitdem
    in im am an auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter unterdessen vom von vor während wegen zu zum zur zwischen trotz laut
    als wenn weil ob obwohl nachdem bevor sobald solange falls sofern wie wo was wer wann warum weshalb wieso wohin woher welche welcher welches
    ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten soll sollen sollte muss müssen musste darf dürfen
    nicht nie niemand nichts so also allerdings bereits besonders etwa ebenso ferner immerhin insgesamt möglicherweise natürlich vielleicht wahrscheinlich weitere weiter zwar
    anschließend dadurch somit hierzu hierbei hinzu bislang bisher derzeit gleichzeitig erst`,
    openers: 'am an im in um gegen seit vor nach ab bis zum zur von auf bei',
    continues: 'januar jänner februar märz april mai juni juli august september oktober november dezember uhr',
    ordinals: true,
  },
  /** German: genitive, plural with umlaut, adjective endings, feminine persons; compounds, with or without a joint. */
  terms: {
    restoredEnding: 's',
    alphabet: 'Latn',
    capitalNouns: true,
    plural: {
      of: 'last',
      rules: [
        [/(?<=e)$/, 'n'],
        [/(?<=[aiouy])$/, 's'],
      ],
    },
    classes: [
      { ends: /(?<=[^sßxz])$/, endings: 's' },
      { ends: /(?<=[sßxz])$/, endings: 'es' },
      { ends: /(?<=[^aeiouyäöü])$/, endings: 'es', only: 'adjective' },
      { ends: /(?<=[^aeiouyäöü])$/, endings: 'es e en er ern n em', only: 'common' },
      { ends: /(?<=[ei]r|[ei]l|e|[aeiouäöü]n?)$/, endings: 'n', only: 'common' },
      { ends: /(?<=[aeiouy])$/, endings: 's', only: 'common' },
      { ends: /in$/, endings: 'innen', only: 'common' },
      { ends: /(?<=e[rl]|[^e])$/, endings: 'in innen', only: 'common' },
      { ends: /e$/, endings: 'in innen', only: 'common' },
      { ends: /nis$/, endings: 'nisse nissen nisses', only: 'common' },
      { ends: /(?<=s)$/, endings: 'se sen ses ser', only: 'common' },
      { ends: /(?:um|us|on|os|is)$/, endings: 'en a i en', only: 'common' },
      { ends: /(?<=ei)$/, endings: 'er ern', only: 'common' },
      { ends: /(?:a)$/, endings: 'en ata', only: 'common' },
      { ends: /(?:o)$/, endings: 'en i', only: 'common' },
      // Umlaut in the last stressed syllable.
      { ends: /a([^aeiouyäöü]{1,3})$/, stem: 'ä$1', endings: 'e en er ern n -', only: 'common' },
      { ends: /a([^aeiouyäöü]{1,3}e[rln])$/, stem: 'ä$1', endings: '- n', only: 'common' },
      { ends: /au([^aeiouyäöü]{1,3})$/, stem: 'äu$1', endings: 'e en er ern n -', only: 'common' },
      { ends: /o([^aeiouyäöü]{1,3})$/, stem: 'ö$1', endings: 'e en er ern n -', only: 'common' },
      { ends: /o([^aeiouyäöü]{1,3}e[rln])$/, stem: 'ö$1', endings: '- n', only: 'common' },
      { ends: /u([^aeiouyäöü]{1,3})$/, stem: 'ü$1', endings: 'e en er ern n -', only: 'common' },
      { ends: /u([^aeiouyäöü]{1,3}e[rln])$/, stem: 'ü$1', endings: '- n', only: 'common' },
      // Adjectives at the front of a term of several words.
      { ends: /e[rsnm]?$/, endings: 'e er es en em', only: 'phrase' },
      { ends: /(?<=[^e])$/, endings: 'e er es en em', only: 'common' },
      { ends: /(?:mann)$/, stem: 'leute', endings: '- n', only: 'common' },
      // Plural dictionary forms.
      { ends: /(?<=ung|ion|heit|keit|schaft|ität|[^aeiouyäöü][aeiouy][tdrlnk])en$/, endings: '- s es e', only: 'common' },
      { ends: /en$/, endings: 'e', only: 'common' },
      { ends: /(?<=[^aeiouy])en$/, endings: '-', only: 'name' },
      { ends: /(?<=[aeiouy])s$/, endings: '- n', only: 'common' },
      { ends: /er$/, endings: 'ern ers erin erinnen', only: 'common' },
      { ends: /er$/, endings: 'ern', only: 'name' },
    ],
    apostrophe: /^s?$/,
    joins: {
      joints: ['', 's', 'es', 'n', 'en', 'e', 'er', 'ens'],
      cut: /e$/,
      suffix: /^(?:schaft|isch|lich|haft|los|tum|ismus|ist|ung|ieren|sam|bar|heit|keit)/,
      prefix:
        /^(?:ab|an|auf|aus|be|bei|ein|ent|er|ge|her|hin|miss|mit|nach|über|um|un|unter|ur|ver|vor|weg|zer|zu|durch|wider)$|s(?:mit|ein|aus|an|ab)$/,
    },
    derived:
      /^(?:isch|sch|anisch|esisch|nisch|lich|ianisch|änisch|ensisch|inisch)(?:|e|er|es|en|em)$|^(?:er|aner|ianer|eser|enser|iner|ier|äer|inger|baner)(?:|s|n|in|innen)$|^(?:schaft|schaften|tum|ismus|ist|isten|istin)$|^(?:e|en|in|innen)$/,
  },
  numbers: {
    percent: 'prozent|perzent|v\\. ?h\\.',
    speller: 'de-DE',
    words: {
      0: 'null|kein|mitternacht',
      0.25: 'viertel',
      0.5: 'halb|hälfte',
      1: 'eine?[smnr]?\\b|erst|einmal|einzig',
      1.5: 'anderthalb|eineinhalb',
      2: 'zwei|zwo|beid|doppel|paar|zweit',
      3: 'drei|dritt|trio',
      4: 'vier',
      5: 'fünf',
      6: 'sechs|halbes dutzend',
      7: 'sieb',
      8: 'acht',
      9: 'neun',
      10: 'zehn|jahrzehnt',
      11: 'elf',
      12: 'zwölf|dutzend|mittag',
      16: 'sechzehn',
      17: 'siebzehn',
      30: 'dreißig',
      100: 'hundert|jahrhundert',
      1000: 'tausend|jahrtausend',
      1e6: 'million',
      1e9: 'milliard',
      500000: 'halbe million',
    },
    scales: [
      [1e9, 'milliarden?|mrd\\.?|mia\\.?'],
      [1e6, 'million(?:en)?|mio\\.?|mill\\.'],
      [1e3, 'tausend|tsd\\.?|k'],
      [1e12, 'billion(?:en)?|bio\\.?'],
    ],
  },
};
