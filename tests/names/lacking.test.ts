/** Names that a target lacks: what counts as a name, and what counts as having it. */

import { describe, expect, test } from 'vitest';
import { displacedNames } from '../../src/names/displaced.ts';
import { comparesNames, lackingNames } from '../../src/names/lacking.ts';
import { readingOf } from '../../src/names/reading.ts';
import { nameEvidence, namesIn } from '../../src/names/source-names.ts';

const lacking = (source: string, target: string, to: string, more = {}) =>
  lackingNames({ source, target, from: 'en', to }, more).map(({ text }) => text);

describe('names of a sentence', () => {
  const certain = (sentence: string, article: readonly string[] = [sentence]) =>
    namesIn(sentence, 'en', nameEvidence(article, 'en'))
      .filter(({ certainty }) => certainty !== 'likely')
      .map(({ text }) => text);

  test('words with a capital within a sentence, without the possessive', () => {
    expect(certain('A spokesman for Kavanaugh met Pelosi’s lawyer, Sturridge, in Birkenhead.')).toEqual([
      'Kavanaugh', 'Pelosi', 'Sturridge', 'Birkenhead',
    ]); // biome-ignore format: one line
  });

  test('no weekday, month, people, title, acronym or word that the article writes small', () => {
    expect(certain('On Monday the German Minister told NATO in May that Christians came.')).toEqual([]);
    expect(certain('He likes the Harbourist club.', ['He likes the Harbourist club.', 'A harbourist is a fan.'])).toEqual([]);
  });

  test('a common word is a name where a title is before it, or a name and no article', () => {
    expect(certain('Ms. Waters met Mr. Flake there.')).toEqual(['Waters', 'Flake']);
    expect(certain('The money went to Flake.', ['Then Jeff Flake came.', 'The money went to Flake.'])).toEqual(['Flake']);
    expect(certain('The Treasury paid.')).toEqual([]);
  });

  test('a headline in Title Case makes no name of a common word', () => {
    expect(certain('Killer Pig Mauls Harbour Farmer in Market Town')).toEqual([]);
  });

  test('a family name that has a plural, as peoples have, behind a first name; a name behind an article', () => {
    expect(certain('They met Dyteon Simpson there.')).toEqual(['Dyteon', 'Simpson']);
    expect(certain('They met Walid al-Moualem there.')).toEqual(['Walid', 'Moualem']);
  });

  test('offsets are of the word', () => {
    const [name] = namesIn('He met Kavanaugh’s wife.', 'en');
    expect(name).toMatchObject({ text: 'Kavanaugh', start: 7, end: 16, certainty: 'sure' });
  });
});

describe('what a target has', () => {
  const SOURCE = 'A spokesman for Kavanaugh met reporters in Liverpool.';

  test.each([
    ['es', 'Un portavoz de Kavanaugh se reunió con periodistas en Liverpool.'],
    ['pl', 'Rzecznik Kavanaugha spotkał się z dziennikarzami w Liverpoolu.'],
    ['tr', 'Kavanaugh’ın sözcüsü Liverpool’da gazetecilerle görüştü.'],
    ['uk', 'Речник Кавано зустрівся з журналістами в Ліверпулі.'],
    ['ru', 'Представитель Кавано встретился с журналистами в Ливерпуле.'],
    ['bg', 'Говорител на Кавано се срещна с журналисти в Ливърпул.'],
    ['sr', 'Портпарол Каваноа састао се са новинарима у Ливерпулу.'],
    ['el', 'Ένας εκπρόσωπος του Κάβανο συναντήθηκε με δημοσιογράφους στο Λίβερπουλ.'],
    ['he', 'דובר של קוואנו נפגש עם עיתונאים בליברפול.'],
    ['ar', 'التقى متحدث باسم كافانو مع الصحفيين في ليفربول.'],
    ['fa', 'سخنگوی کاوانا در لیورپول با خبرنگاران دیدار کرد.'],
    ['hi', 'कैवनॉ के प्रवक्ता लिवरपूल में पत्रकारों से मिले।'],
    ['ja', 'カバノーの広報担当者はリバプールで記者団と会った。'],
    ['ko', '캐버노의 대변인이 리버풀에서 기자들을 만났다.'],
    ['ka', 'კავანოს წარმომადგენელი ლივერპულში ჟურნალისტებს შეხვდა.'],
  ])('%s: kept, inflected or in its script', (to, target) => {
    expect(comparesNames('en', to)).toBe(true);
    expect(lacking(SOURCE, target, to)).toEqual([]);
  });

  test.each([
    ['es', 'Un portavoz de Thompson se reunió con periodistas en el puerto.'],
    ['uk', 'Речник Томпсона зустрівся з журналістами на вокзалі.'],
    ['ar', 'التقى متحدث باسم طومسون مع الصحفيين في المدينة.'],
    ['ja', 'トンプソンの広報担当者は駅で記者団と会った。'],
  ])('%s: another name, and a common noun', (to, target) => {
    expect(lacking(SOURCE, target, to)).toEqual(['Kavanaugh', 'Liverpool']);
  });

  test('a name that became a common noun', () => {
    expect(lacking('Ms. Waters met Mr. Flake in Baton Rouge on Sunday.', 'La señora Abreva Señor cumplido Escama en Colorete de Batuta el domingo.', 'es')).toEqual([
      'Waters', 'Flake',
    ]); // biome-ignore format: one line
  });

  test('countries by CLDR’s name, or the adjective of it; another country is none', () => {
    const source = 'The talks in Germany and Greece failed.';
    expect(lacking(source, 'Las conversaciones en Alemania y Grecia fracasaron.', 'es')).toEqual([]);
    expect(lacking(source, 'Die Gespräche in Deutschland und Griechenland scheiterten.', 'de')).toEqual([]);
    expect(lacking(source, 'Переговори в Німеччині та Греції провалилися.', 'uk')).toEqual([]);
    expect(lacking(source, 'Las conversaciones en Francia y Grecia fracasaron.', 'es')).toEqual(['Germany']);
  });

  test('what the glossary has a rendering for is for the check of terms', () => {
    const terms = [{ source: 'Kavanaugh', target: 'Cabanillas' }] as never;
    expect(lacking('They met Kavanaugh.', 'Se reunieron con Cabanillas.', 'es', { terms })).toEqual([]);
  });

  test('none between languages whose names cannot be compared', () => {
    expect(comparesNames('de', 'en')).toBe(false);
    expect(comparesNames('ja', 'en')).toBe(false);
    expect(lackingNames({ source: 'Der Hund sah Schmidt.', target: 'The dog saw nobody.', from: 'de', to: 'en' })).toEqual([]);
  });
});

test('readings are plain Latin letters', () => {
  expect(readingOf('Шевченко', 'uk')).toBe('sevcenko');
  expect(readingOf('Łódź', 'cs')).toBe('lodz');
  expect(readingOf('한국', 'ko')).toBe('hanguk');
  expect(readingOf('特朗普', 'zh')).toBe('tqlanpq');
  expect(readingOf('トランプ', 'ja')).toBe('txralpq');
});

test('Japanese writes foreign names in katakana, whatever script its sentence begins with', () => {
  expect(readingOf('大統領', 'ja').trim()).toBe('');
  const said = (target: string) => lacking('On Monday they met Bottas, Sturridge and Waverley.', target, 'ja');
  expect(said('月曜日に彼らはボッタス、スタリッジ、ウェイバリーに会った。')).toEqual([]);
  expect(said('げつようびに彼らはボッタス、スタリッジ、ウェイバリーに会った。')).toEqual([]);
  expect(said('月曜日に彼らはボッタス、ハミルトン、ウェイバリーに会った。')).toEqual(['Sturridge']);
});

describe('names of the same sentence, and names in another place', () => {
  test('a word that is another name of the source is not this one', () => {
    expect(lacking('They met Sarasota and Charlotte in Derry.', 'Se reunieron con Charlotte y Saratoga en Derry.', 'es')).toEqual([]);
    expect(lacking('They met Rory and Rose.', 'Se reunieron con la alcaldesa y Rose.', 'es')).toEqual(['Rory']);
  });

  test('a country is there by what is made of its name, and a city by a name of its own', () => {
    expect(lacking('It is rare in China.', 'Es ist in der chinesischen Presse selten.', 'de')).toEqual([]);
    expect(lacking('It is rare in China.', 'To rzadkie w chińskiej prasie.', 'pl')).toEqual([]);
    expect(lacking('He lives in London.', 'Vive en Londres.', 'es')).toEqual([]);
    expect(lacking('He lives in London.', 'Vive en la capital.', 'es')).toEqual(['London']);
    expect(lacking('It came to Mexico.', 'Elle a atteint la côte mexicaine.', 'fr')).toEqual([]);
    expect(lacking('The rockets of North Korea.', 'Les missiles nord-coréens.', 'fr')).toEqual([]);
    expect(lacking('The rockets of North Korea.', 'Les missiles.', 'fr')).toEqual(['North Korea']);
  });

  test.each([
    ['England', 'Angielska drużyna wygrała.', 'Drużyna wygrała.', 'pl'],
    ['Scotland', 'L’équipe écossaise a gagné.', 'L’équipe a gagné.', 'fr'],
    ['Britain', 'Британская команда победила.', 'Команда победила.', 'ru'],
    ['Europe', 'Победила европейская команда.', 'Победила команда.', 'ru'],
    ['Wales', 'Gana el equipo galés.', 'Gana el equipo.', 'es'],
  ])('%s is there by what CLDR calls its region or its language', (name, said, unsaid, to) => {
    expect(lacking(`The team of ${name} won.`, said, to)).toEqual([]);
    expect(lacking(`The team of ${name} won.`, unsaid, to)).toEqual([name]);
  });

  test('a capital is there where the country is named for whose government it stands, and which the source does not name', () => {
    expect(lacking('It was refused by Madrid.', 'Es wurde von der spanischen Regierung abgelehnt.', 'de')).toEqual([]);
    expect(lacking('It was refused by Madrid.', 'Es wurde von der Regierung abgelehnt.', 'de')).toEqual(['Madrid']);
    expect(lacking('Spanish trains go to Madrid.', 'Spanische Züge fahren in die Stadt.', 'de')).toEqual(['Madrid']);
  });

  test('two names are there in one word, in a script without capitals', () => {
    expect(lacking('They met in New York on Monday.', 'वे सोमवार को न्यूयॉर्क में मिले।', 'hi')).toEqual([]);
    expect(lacking('They met in New York on Monday.', 'वे सोमवार को सिंगापुर में मिले।', 'hi')).toEqual(['York']);
  });

  test('a word with a letter too many, or with a prefix, is no name for sure', () => {
    expect(lacking('They won the Europa Leaguge.', 'Ganaron la Liga Europa.', 'es')).toEqual([]);
    expect(lacking('They saw Johnny Reborn twice.', 'Vieron dos veces «Johnny vuelve».', 'es')).toEqual([]);
    expect(lacking('They saw Johnny Redfern twice.', 'Vieron dos veces a Johnny.', 'es')).toEqual(['Redfern']);
  });

  test('a first name is one before a name, though it has a plural or is a word', () => {
    expect(lacking('They met Steven Kowalsky.', 'Se reunieron a tiempo con Kowalsky.', 'es')).toEqual(['Steven']);
    expect(lacking('They met Bob Kowalsky.', 'Se reunieron a tiempo con Kowalsky.', 'es')).toEqual(['Bob']);
    expect(lacking('They met in Boston on Monday.', 'Se reunieron el lunes en la ciudad.', 'es')).toEqual(['Boston']);
    expect(lacking('They met a Swede on Monday.', 'Se reunieron el lunes con un amigo.', 'es')).toEqual([]);
    expect(lacking('They met Chilean Kowalsky.', 'Se reunieron con el chileno Kowalsky.', 'es')).toEqual([]);
  });
});

describe('a name beside one that stays', () => {
  const displaced = (source: string, target: string, to: string) =>
    displacedNames(source, target, 'en', to, (word) => word === 'president').map(({ text, instead, start }) => [text, instead, start]);

  test.each([
    ['es', 'A rally of Donald Trump', 'Un mitin de Donald Livingston', [['Trump', 'Livingston', 18]]],
    ['fr', 'The diplomat Ri Yong said so.', 'Le diplomate, Halkett Yong, l’a dit.', [['Ri', 'Halkett', 13]]],
    ['es', 'A rally of Donald Trump', 'Un mitin de Donald Trump', []],
    ['es', 'A rally of Donald Trump', 'Un mitin de Donald', []],
    ['pl', 'They know Wayde Sims well.', 'Dobrze znają Wayde Simsa.', []],
    ['tr', 'They met in John Street on Monday.', 'Pazartesi günü John Caddesi üzerinde buluştular.', []],
    ['de', 'They know President Trump well.', 'Sie kennen Präsident Trump gut.', []],
    ['uk', 'A rally of Donald Trump', 'Мітинг Donald Кавано', [['Trump', 'Кавано', 18]]],
    ['es', 'They won the Ryder Cup on Monday.', 'Ganaron la Ryder Kavanaugh el lunes.', [['Cup', 'Kavanaugh', 19]]],
    ['es', 'They won the Ryder Cup on Monday.', 'Ganaron la copa Ryder el lunes.', []],
    ['ca', 'The book "Just the Funny Parts" is out.', 'El llibre «Just the prendre Parts» ja és aquí.', [['Funny', 'prendre', 19]]],
    ['ca', 'He sailed on Lake Titicaca again.', 'Va tornar a navegar pel llac Titicaca.', []],
  ] as const)('%s: %s', (to, source, target, expected) => {
    expect(displaced(source, target, to)).toEqual(expected);
  });
});

test.each([
  ['Doyle', 'es', 'She saw Doyle run.', 'Ella vio de la pista cómo corría.', ['Doyle']],
  ['Bjorn', 'uk', 'She saw Bjorn run.', "Вона бачила, як біг Б'йорн.", []],
  ['North Korea', 'uk', 'They left North Korea.', 'Вони покинули Сальвадор.', ['North Korea']],
  ['North Korea', 'uk', 'They left North Korea.', 'Вони покинули КНДР.', []],
])(
  '%s in %s: small words joined are no name, a letter apostrophe parts none, initials are a country',
  (_name, to, source, target, names) => {
    expect(lacking(source, target, to)).toEqual(names);
  },
);

test.each([
  ['the adjective is its language’s name', 'ru', 'The firms of Germany agreed.', 'Немецкие компании согласились.', []],
  ['each word of its name', 'ru', 'They left North Korea.', 'Они покинули Северную Корею.', []],
  ['a word that is a little like it', 'es', 'They fled via China then.', 'Huyeron a través de Paddington, que tiene frontera.', ['China']],
  ['a name of three syllables', 'ru', 'They met Kim Jong Un there.', 'Там они встретили Ким Чен Ына.', []],
  ['three words that are none', 'ru', 'They met Kelly Dyteon Pelosi there.', 'Там они встретили врача.', ['Kelly', 'Dyteon', 'Pelosi']],
  ['a space that was lost', 'ar', 'They met Kavanaugh there.', 'التقوا هناكلكافانو.', []],
] as const)('%s', (_kind, to, source, target, names) => {
  expect(lacking(source, target, to)).toEqual(names);
});
