import { describe, expect, test } from 'vitest';
import { checks } from '../../src/adapters.ts';
import type { Text } from '../../src/article.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import type { Term } from '../../src/glossary/term.ts';
import { alone, close, edition, findingsOf, open } from './support.ts';

type Row = readonly [check: string, locale: string, source: string | Text, target: string | Text];

const bold: Text = ['The ', open('1', '**'), 'harbour', close('1', '**'), ' is closed.'];
const link = (url: string): Text => [open('1', '['), 'El informe', close('1', `](${url})`)];

const faults: readonly Row[] = [
  ['marks', 'es', bold, 'El puerto está cerrado.'],
  ['marks', 'es', bold, ['El ', open('1', '**'), 'puerto', close('1', '**'), open('1', '**'), close('1', '**'), ' está cerrado.']],
  ['marks', 'es', bold, ['El ', close('1', '**'), 'puerto', open('1', '**'), ' está cerrado.']],
  ['marks', 'es', 'The harbour is closed.', ['El ', alone('1', '`x`'), 'puerto está cerrado.']],
  ['links', 'es', [open('1', '['), 'The report', close('1', '](https://example.org/2024)')], link('https://example.org/2025')],
  ['links', 'es', 'Write to press@example.org today.', 'Escriba a prensa@example.org hoy.'],
  ['links', 'es', 'See https://example.org/a.', 'Véase https://example.org/b.'],
  ['links', 'es', ['It closed', alone('1', '[^1]'), '.'], 'Cerró.'],
  ['empty', 'es', 'The harbour is closed.', ' '],
  ['untranslated', 'es', 'The harbour is closed for repairs.', 'The harbour is closed for repairs.'],
  ['untranslated', 'es', '— "We will not go home today," she said.', '— "We will not go home today," she said.'],
  ['loops', 'es', 'The harbour is closed.', 'El puerto puerto puerto está cerrado.'],
  ['loops', 'ja', 'The harbour is closed.', '港は閉鎖閉鎖閉鎖された。'],
  ['loops', 'de', 'It ended.', 'Es war vorbei und es war vorbei und es war vorbei und es war vorbei und dann noch mehr davon.'],
  ['characters', 'es', 'The harbour is closed.', 'El puеrto está cerrado.'],
  ['characters', 'uk', 'The harbour is closed.', 'Пoрт зачинено.'],
  ['characters', 'es', 'Bread and water.', 'Pan у agua para todos.'],
  ['characters', 'ru', 'With them came rain.', 'C ними пришёл дождь.'],
  ['characters', 'uk', 'Rain and snow.', 'Дощ i сніг.'],
  ['characters', 'el', 'The sea was calm.', 'Ήταν o καιρός ήρεμος.'],
  ['characters', 'el', 'The harbour is closed.', 'Τo λιμάνι έκλεισε.'],
  ['characters', 'ja', 'The camera is broken.', '力メラが壊れている。'.replace('力メ', 'カ力メ')],
  ['characters', 'es', 'The harbour is closed.', 'El puerto est\ufffd cerrado.'],
  ['characters', 'es', 'The harbour is closed.', 'El puerto \u202eestá cerrado.'],
  ['characters', 'ar', 'The harbour is closed.', 'المیناء مغلق.'],
  ['characters', 'es', 'The harbour is closed.', 'El puerto está cerrado。'],
  ['characters', 'ru', 'The harbour is closed.', 'Порт\u3000закрыт.'],
  ['script', 'es', 'The harbour is closed.', 'El puerto {{ secret }} está cerrado.'],
  ['script', 'es', 'The harbour is closed.', 'El puerto <script>está cerrado.'],
  ['script', 'es', 'The harbour is closed.', 'El puerto (javascript: alert) está cerrado.'],
  ['script', 'es', 'The harbour is closed.', 'El puerto javascript:alert está cerrado.'],
  ['chatter', 'es', 'The harbour is closed.', 'Here is the translation: El puerto está cerrado.'],
  ['chatter', 'es', 'The harbour is closed.', 'Aquí está la traducción: El puerto está cerrado.'],
  ['numbers', 'es', 'It cost 40 euros.', 'Costó 50 euros.'],
  ['dates', 'es', 'It closed on 3 March.', 'Cerró el 3 de mayo.'],
  ['currency', 'es', 'It cost $40.', 'Costó 40 €.'],
  ['quotations', 'es', 'She said "we will open it again".', 'Dijo que lo abrirán de nuevo.'],
  ['brackets', 'es', 'The harbour (the old one) is closed.', 'El puerto (el viejo está cerrado.'],
  ['length', 'es', 'The harbour of the town has been closed for repairs since the storm in March.', 'Cerrado.'],
  [
    'sentences',
    'es',
    'The harbour of the town is closed.',
    'El puerto de la ciudad está cerrado. Volverá a abrir en otoño según el alcalde.',
  ],
  [
    'segment-language',
    'es',
    'The harbour of the town has been closed since the storm.',
    'Der Hafen der Stadt ist seit dem Sturm im März geschlossen.',
  ],
  [
    'segment-language',
    'uk',
    'The harbour of the town has been closed since the storm.',
    'Порт был закрыт из-за шторма, и мы были вынуждены ждать.',
  ],
  ['untranslated-word', 'es', 'The wharfinger left.', 'El *wharfinger salió.'],
  ['untranslated-word', 'es', 'The mayor opened the new bridge on Monday.', 'El alcalde abrió the new bridge el lunes.'],
  ['untranslated-word', 'uk', 'The mayor opened the new bridge on Monday.', 'Мер відкрив the new bridge у понеділок.'],
  ['end-punctuation', 'es', 'Is the harbour closed?', 'El puerto está cerrado.'],
  ['spacing', 'es', 'The harbour is closed.', 'El puerto  está cerrado .'],
  ['spacing', 'fr', 'Is the harbour closed?', 'Le port est-il fermé?'],
  ['number-format', 'de', 'It cost 40,000 euros.', 'Es kostete 40,000 Euro.'],
  ['currency', 'ko', 'The boat cost $40 million.', '배는 4천만 원이 들었다.'],
  ['currency', 'es', 'The boat cost $12,400.', 'El barco costó 12.400 euros.'],
  ['currency', 'es', 'A fine of £450 was paid.', 'Se pagó una multa de 450 dólares.'],
  ['currency', 'uk', 'They raised $3 million.', 'Вони зібрали 3 мільйони євро.'],
  ['currency', 'es', 'It cost seven million dollars to build.', 'Construirlo costó siete millones de euros.'],
  ['currency', 'uk', 'They raised two hundred euros.', 'Вони зібрали двісті доларів.'],
  ['currency', 'pl', 'It sold for 60 euros.', 'Sprzedano to za 60 dolarów.'],
  ['currency', 'de', 'The ferry lost 40 million pounds.', 'Die Fähre verlor 40 Millionen Euro.'],
  ['currency', 'ja', 'Each ticket is €25.', 'チケットは１枚25ドル。'],
  ['currency', 'tr', 'It cost 90 dollars.', '90 liraya mal oldu.'],
  ['doubled-words', 'es', 'The mayor resigned.', 'El el alcalde dimitió.'],
  ['doubled-words', 'es', 'The company grew.', 'La la empresa creció.'],
  ['doubled-words', 'ca', 'There was nobody.', 'No hi hi havia ningú.'],
  ['doubled-words', 'en', 'Dijo que no.', 'He he said no.'],
  ['numbers', 'es', 'Prices rose by 4.5% in May.', 'Los precios subieron 4,5 en mayo.'],
  ['numbers', 'es', 'The process costs 4.5% more.', 'El proceso cuesta 4,5 más.'],
  ['numbers', 'fr', 'Fares rose by 5% for the city.', 'Les tarifs ont augmenté de 5 pour la ville.'],
  ['numbers', 'hr', 'It fell by 12 % in a year.', 'Palo je za 12 u godini.'],
  ['untranslated-word', 'ja', 'The mayor opened the new school on Monday.', '市長は月曜日に school を開いた。'],
  ['untranslated-word', 'uk', 'The old bridge was closed.', 'Старий bridge закрили.'],
  ['segment-language', 'uk', 'The bridge was closed today.', 'Мост был закрыт сегодня.'],
  ['segment-language', 'uk', 'The bridge will be open again.', 'Мост зноў будзе адкрыты заўтра.'],
  ['segment-language', 'ru', 'The bridge was closed.', 'Міст було закрито.'],
  ['segment-language', 'ja', 'The repair of the bridge was postponed until spring.', '市议会决定将桥梁维修推迟到春天。'],
  ['segment-language', 'zh', 'The bridge will open again tomorrow.', '橋樑將於明天上午重新開放。'],
  ['segment-language', 'zh-TW', 'The bridge will open again tomorrow.', '桥梁将于明天上午重新开放。'],
  ['doubled-words', 'de', 'The bridge is closed.', 'Die die Brücke ist gesperrt.'],
  ['doubled-words', 'pl', 'They waited for the ferry.', 'Czekali na na prom.'],
  ['doubled-words', 'ru', 'The mayor went home.', 'Мэр поехал в в город.'],
  ['doubled-words', 'pt', 'The woman came.', 'A A mulher veio.'],
  ['doubled-words', 'pt', 'He gave it to the woman.', 'Ele entregou a A mulher.'],
  ['doubled-words', 'ru', 'He went into the town.', 'В В город он пошёл.'],
  ['loops', 'zh', 'The harbour is closed.', '港口关关关闭。'],
  ['loops', 'es', '"Ha," he said.', `«Ja${', ja'.repeat(80)}», dijo.`],
  ['brackets', 'es', 'The harbour (closed since March) reopens.', 'El puerto reabre.'],
  ['brackets', 'es', 'The harbour reopens.', 'El puerto (cerrado desde marzo) reabre.'],
  ['quotations', 'es', 'They called it a "success".', 'Lo llamaron un éxito.'],
  ['characters', 'es', 'The harbour is closed.', 'El puer\u200bto está cerrado.'],
  ['characters', 'es', 'The harbour \u000bis closed.', 'El puerto \u000bestá cerrado.'],
  ['characters', 'es', 'The harbour is closed.', 'El puerto \uffffestá cerrado.'],
  ...[
    '\u00ad',
    '\u034f',
    '\u115f',
    '\u200b',
    '\u200e',
    '\u2028',
    '\u2060',
    '\u2063',
    '\u2066',
    '\u3164',
    '\ufeff',
    '\uffa0',
    '\u{e0041}',
    '\ud83c',
  ].map((char): Row => ['characters', 'es', 'The harbour is closed.', `El puerto ${char} está cerrado.`]),
  ['characters', 'ko', 'The harbour is closed.', '항구가 \u3164 폐쇄되었다.'],
  ['end-punctuation', 'es', 'Is the harbour closed?', 'Está cerrado el puerto?'],
  ['end-punctuation', 'pt', 'Is the harbour closed?', '¿O porto está fechado?'],
  ['end-punctuation', 'my', 'The harbour is closed.', 'ဆိပ်ကမ်း ပိတ်ထားသည်'],
  ['end-punctuation', 'hy', 'Is the harbour closed?', 'Նավահանգիստը փակ է։'],
  ['spacing', 'fr-CA', 'Is the harbour closed?', 'Le port est-il fermé\u00a0?'],
  ['loops', 'es', 'The harbour is closed.', 'El puerto está cerrado y el puerto está cerrado y el puerto está cerrado.'],
];

const fine: readonly Row[] = [
  ['marks', 'es', bold, ['Está cerrado el ', open('1', '**'), 'puerto', close('1', '**'), '.']],
  ['links', 'es', 'See https://example.org/a.', 'Véase https://example.org/a, por favor.'],
  ['untranslated', 'es', 'Anna Berg, Oslo Times, Norway', 'Anna Berg, Oslo Times, Norway'],
  ['untranslated', 'es', '— @annaberg, "How the old harbour was built" (video)', '— @annaberg, "How the old harbour was built" (video)'],
  ['untranslated', 'uk', '– Anna Berg, “What we do at night”', '– Anna Berg, “What we do at night”'],
  ['untranslated', 'es', 'starlight-page-context-action', 'starlight-page-context-action'],
  ['untranslated', 'es', '@gesslar/starlight-class-browser', '@gesslar/starlight-class-browser'],
  ['untranslated', 'es', 'HD 34445 b, Gliese 179 b, Wasp-82 b', 'HD 34445 b, Gliese 179 b, Wasp-82 b'],
  ['loops', 'es', 'No, no, no!', '¡No, no, no!'],
  ['characters', 'uk', 'The COVID-19 case', 'Випадок COVID-19 у США'],
  ['characters', 'ru', 'Vitamin C helps.', 'Витамин C помогает.'],
  ['characters', 'he', 'The BBC said', 'ה-BBC אמר'],
  ['chatter', 'es', 'Translation: a lost art', 'Traducción: un arte perdido'],
  ['quotations', 'he', 'He called it a "clear success" today.', 'הוא קרא לזה ש“הצלחה ברורה“ היום.'],
  ['quotations', 'ca', 'Her book "The New World Order" is out.', 'El llibre The New World Order ja ha sortit.'],
  ['brackets', 'ru', 'Call us (UK and Ireland) today.', 'Позвоните нам (Великобритания и Ирландия) сегодня.'],
  ['brackets', 'uk', 'The title (Member of the Parliament) stays.', 'Назва «член парламенту» (ЧП) залишається.'],
  ['loops', 'th', 'Hahaha, he said.', 'ฮะฮะฮะฮะฮะ เขาพูด'],
  ['loops', 'th', 'Hehehe, he said.', 'แหะๆ แหะๆ แหะๆ แหะๆ เขาพูด'],
  ['doubled-words', 'fr', 'Uh, uh, sure.', 'Ha ha, bien sûr.'],
  ['doubled-words', 'es', 'Hahaha, he said.', 'Ja ja, dijo.'],
  ['doubled-words', 'es', 'They sang.', 'Cantaron la la la.'],
  ['numbers', 'hr', 'It fell by 12% in a year.', 'Palo je za 12 posto u godini.'],
  ['numbers', 'fi', 'It fell by 12% in a year.', 'Se laski 12 prosenttia vuodessa.'],
  ['numbers', 'fr', 'It fell by 12% in a year.', 'Baisse de 12 pour\u00a0cent en un an.'],
  ['numbers', 'de', 'It fell by 12% in a year.', 'Das sind 12 Prozentpunkte weniger in einem Jahr.'],
  ['numbers', 'sr-Latn', 'It fell by 12% in a year.', 'Pao je za 12 odsto u godini.'],
  ['numbers', 'zh-Hant', 'It fell by 12% in a year.', '一年内下降了百分之12。'],
  ['numbers', 'sw', 'It fell by 12% in a year.', 'Ilishuka kwa asilimia 12 kwa mwaka.'],
  ['untranslated-word', 'ja', 'The iPhone weighs 200 grams.', 'iPhoneは200gramsではなく200グラムだ。'],
  ['segment-language', 'uk', 'The paper is called so.', 'Газета «Новый мир» вийшла.'],
  ['segment-language', 'ja', 'She is from Tokyo.', '東京都出身。'],
  ['segment-language', 'zh-TW', 'The bridge will open again tomorrow.', '橋樑將於明天上午重新開放。'],
  ['doubled-words', 'fr', 'A great job to have a one two.', 'Un travail formidable pour obtenir un un deux.'],
  ['quotations', 'uk', '"We will open it," she said.', '— Ми відкриємо його, — сказала вона.'],
  ['quotations', 'fr', '"We will open it," she said.', '« Nous l’ouvrirons », a-t-elle dit.'],
  ['quotations', 'ja', '"We will open it," she said.', '「再開します」と彼女は言った。'],
  ['brackets', 'ja', 'The harbour (the old one) is closed.', '港（古い方）は閉鎖されている。'],
  ['currency', 'es', 'It cost $40.', 'Costó 40 dólares.'],
  ['dates', 'ja', 'It closed on 3 March 2024.', '2024年3月3日に閉鎖された。'],
  [
    'segment-language',
    'ca',
    'The harbour of the town has been closed since the storm.',
    'El port de la ciutat és tancat des de la tempesta de dimarts.',
  ],
  ['spacing', 'fr', 'Is the harbour closed?', 'Le port est-il fermé\u202f?'],
  ['number-format', 'es', 'At 10.30 it opened.', 'Abrió a las 10.30.'],
  ['currency', 'es', 'A fine of £450 was paid.', 'Se pagó una multa de 450 libras.'],
  ['currency', 'es', 'It cost seven million dollars to build.', 'Construirlo costó siete millones de dólares.'],
  ['currency', 'es', 'It cost $7 million to build.', 'Construirlo costó siete millones de dólares.'],
  [
    'currency',
    'de',
    'The first three won gold, and two pounds of flour.',
    'Die ersten drei gewannen Gold und zwei Kilo Mehl für zehn Euro.',
  ],
  ['currency', 'fr', 'It cost C$40 million.', 'Il a coûté 40 millions de dollars canadiens.'],
  ['currency', 'uk', 'They raised €3 million.', 'Вони зібрали 3 мільйони євро.'],
  ['currency', 'es', 'The boxer weighs 140 pounds and earned $5,000.', 'El boxeador pesa 63 kilos y ganó 5.000 dólares.'],
  ['currency', 'cs', 'It sold for 60 euros.', 'Prodalo se za 60 eur.'],
  ['doubled-words', 'de', 'The people who left the town came back.', 'Die Leute, die die Stadt verließen, kamen zurück.'],
  ['doubled-words', 'en', 'He knew that that was wrong.', 'He knew that that was wrong.'],
  ['doubled-words', 'fr', 'We saw each other.', 'Nous nous sommes vus.'],
  ['doubled-words', 'hi', 'They walked slowly.', 'वे धीरे धीरे चले।'],
  ['doubled-words', 'es', 'Duran Duran played.', 'Tocaron Duran Duran.'],
  ['doubled-words', 'es', 'Group A goes to the final.', 'El grupo A a la final.'],
  ['doubled-words', 'pt', 'Plan A has failed.', 'O plano A A não deu certo.'],
  ['doubled-words', 'es', 'Thousands travel to A Coruña.', 'Miles viajan a A Coruña.'],
  ['loops', 'es', '"Ha ha!" she wrote.', '«Ja, ja, ja», escribió.'],
  ['loops', 'th', '"Haha," she wrote.', '“ฮ่าฮ่าฮ่า” เธอเขียน'],
  ['loops', 'zh', '"Haha," she wrote.', '她写道：“哈哈哈。”'],
  ['loops', 'fr', '"Wow!" she wrote.', '« Oh là là là ! », a-t-elle écrit.'],
  ['numbers', 'th', '"Haha," she wrote.', '“555” เธอเขียน'],
  ['doubled-words', 'ar', 'The BBC reported it.', 'نقلت ذلك بي بي سي.'],
  ['brackets', 'es', 'The union (UGT) agreed.', 'El sindicato estuvo de acuerdo.'],
  ['brackets', 'de', 'The harbour (closed since March) reopens.', 'Der Hafen – seit März geschlossen – öffnet wieder.'],
  ['characters', 'he', 'The harbour is closed.', 'הנמל סגור\u200f.'],
  ['script', 'pt', 'It has few options for scripts: one object.', 'Tem poucas opções em JavaScript: um objeto.'],
  ['characters', 'fa', 'They go.', 'می\u200cروند.'],
  ['characters', 'fa', 'Relative URLs work.', 'URL\u200cهای نسبی کار می\u200cکنند.'],
  ['characters', 'hi', 'The harbour is closed.', 'बंदरगाह बंद है क्\u200dष।'],
  [
    'characters',
    'es',
    'Scotland \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    'Escocia \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} 👩\u200d🚒 ❤\ufe0f',
  ],
  ['characters', 'es', 'Donau\u00addampf', 'Donau\u00addampf'],
  ['characters', 'th', 'The harbour is closed.', 'ท่าเรือ\u200bปิดแล้ว'],
  ['end-punctuation', 'es', 'Is the harbour closed?', '¿Está cerrado el puerto?'],
  ['end-punctuation', 'my', 'The harbour is closed.', 'ဆိပ်ကမ်း ပိတ်ထားသည်။'],
  ['end-punctuation', 'am', 'The harbour is closed.', 'ወደቡ ተዘግቷል።'],
  ['end-punctuation', 'sat', 'The harbour is closed.', 'ᱵᱚᱸᱫᱚᱨ ᱵᱚᱸᱫᱚ ᱢᱮᱱᱟᱜᱼᱟ᱾'],
  ['end-punctuation', 'hy', 'Is the harbour closed?', 'Նավահանգիստը փա՞կ է։'],
  ['end-punctuation', 'hy', 'The harbour is closed.', 'Նավահանգիստը փակ է:'],
  ['spacing', 'fr-CA', 'Is the harbour closed?', 'Le port est-il fermé?'],
  ['spacing', 'fr-CA', 'He said: "no".', 'Il a dit\u00a0: «\u00a0non\u00a0».'],
  [
    'loops',
    'ar',
    'No bread for the children, no bread for the old, no bread for the sick, no bread for anyone.',
    'لا يوجد أي خبز على الإطلاق للأطفال، ولا يوجد أي خبز على الإطلاق للمسنين، ولا يوجد أي خبز على الإطلاق للمرضى، ولا يوجد أي خبز على الإطلاق لأحد.',
  ],
];

const named = (name: string) => {
  const check = checks.find((one) => one.name === name);
  if (check === undefined) throw new Error(`no check ${name}`);
  return check;
};

describe('checks of a segment', () => {
  test.each(faults)('%s finds (%s)', (name, locale, source, target) => {
    const findings = findingsOf(named(name), locale, source, target);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject({ check: name, slug: 'a-story', locale, segment: 's1' });
  });

  test.each(fine)('%s is silent (%s)', (name, locale, source, target) => {
    expect(findingsOf(named(name), locale, source, target)).toEqual([]);
  });

  test('a finding says what was expected and what was got', () => {
    const [finding] = findingsOf(named('numbers'), 'es', 'It cost 40 euros.', 'Costó 50 euros.');
    expect(finding).toMatchObject({
      level: 'warning',
      expected: ['40'],
      got: ['50'],
      source: 'It cost 40 euros.',
      target: 'Costó 50 euros.',
    });
  });

  test('a copied figure, as the locale writes it', () => {
    const fixes = (locale: string, target: string) =>
      findingsOf(named('number-format'), locale, 'It rose 2.7 per cent to 40,000.50 at 10.30.', target).map(({ fix }) => fix);
    expect(fixes('es', 'Subió un 2.7 % hasta 40,000.50 a las 10.30.')).toEqual(['Subió un 2,7 % hasta 40.000,50 a las 10.30.']);
    expect(fixes('es', 'Subió un 2,7 % hasta 40.000,50 a las 10.30.')).toEqual([]);
    expect(fixes('ja', '2.7%上昇し、40,000.50になった。')).toEqual([]);
  });

  test("each link of a person's is that of one in the source, and leads where they want it to", () => {
    const links = (...urls: readonly string[]): Text =>
      urls.flatMap((url, at) => [open(`${at}`, '['), 'x', close(`${at}`, `](${url})`), ' ']);
    const found = (target: Text) =>
      runChecks([named('links')], edition('fr', [{ source: links('/a/', '/b/'), target, state: 'reviewed' }])).map(
        ({ level, expected, got }) => [level, expected, got],
      );
    expect(found(links('/fr/a/', '/fr/b/'))).toEqual([
      ['note', ['/a/'], ['/fr/a/']],
      ['note', ['/b/'], ['/fr/b/']],
    ]);
    expect(found(links('/fr/a/', '/fr/b/', '/fr/c/')).at(-1)).toEqual(['note', [], ['/fr/c/']]);
    expect(found(links('/fr/a/'))).toEqual([
      ['note', ['/a/'], ['/fr/a/']],
      ['warning', ['/b/'], []],
    ]);
  });

  test.each<[string, Text, Text, string[]]>([
    ['other emphasis', ['The ', open('1', '_'), 'port', close('1', '_'), '.'], ['El puerto.'], ['warning']],
    ['emphasis of their own', ['The port.'], ['El ', open('1', '*'), 'puerto', close('1', '*'), '.'], ['note']],
    ['code said in words', ['Use ', alone('1', '`tag`'), '.'], ['Use la etiqueta.'], ['warning']],
    ['half of a pair', ['The ', open('1', '_'), 'port', close('1', '_'), '.'], ['El ', open('1', '_'), 'puerto.'], ['error']],
    ['a lost shortcode', ['See ', alone('1', '{{< map >}}'), '.'], ['Vea.'], ['error']],
    ['a lost footnote', ['So it is', alone('1', '[^1]'), '.'], ['Así es.'], ['error']],
    ['a translator’s own footnote', ['So it is.'], ['Así es', alone('x1', '[^nota]'), '.'], []],
    ['a translator’s own anchor', ['Fares'], ['Tarifas ', alone('x1', '{#fares}')], []],
    ['attributes of their own', ['Fares'], ['Tarifas ', alone('x1', '{#fares .wide}')], ['error']],
  ])("of a person's marks, %s", (_, source, target, expected) => {
    const levels = runChecks([named('marks')], edition('es', [{ source, target, state: 'reviewed' }])).map(({ level }) => level);
    expect(levels).toEqual(expected);
  });

  test('a path that begins with an at sign is no e-mail address', () => {
    const source: Text = [open('1', '['), 'The report', close('1', '](@/report.md)')];
    expect(findingsOf(named('links'), 'es', source, link('@/informe.md'))[0]?.message).toBe('The URL changed');
    expect(findingsOf(named('links'), 'es', 'Write to a@b.example.', 'Escriba a c@b.example.')[0]?.message).toBe(
      'The e-mail address changed',
    );
  });

  test('spacing says how it should be', () => {
    const [finding] = findingsOf(named('spacing'), 'fr', 'Really?', 'Vraiment ?');
    expect(finding?.fix).toBe('Vraiment\u202f?');
  });
});

describe('checks of terms', () => {
  const terms: Term[] = [
    { source: 'Hamas leaders', target: 'líderes de Hamás', variants: ['dirigentes de Hamas'], forbidden: ['jefes de Hamas'] },
    { source: 'Qatar', target: 'Catar', kind: 'place' },
    { source: 'Financial Times', target: 'Financial Times', status: 'untranslated' },
  ];
  const source = 'Qatar told Hamas leaders, the Financial Times says.';
  const found = (name: string, target: string) => findingsOf(named(name), 'es', source, target, { terms });

  test('approved terms are silent', () => {
    expect(found('terms', 'Catar avisó a los líderes de Hamás, dice el Financial Times.')).toEqual([]);
  });

  test('a missing term, with what was expected', () => {
    expect(found('terms', 'Catar avisó a los líderes de Hamás, dice el Tiempo Financiero.')).toMatchObject([
      { level: 'warning', expected: ['Financial Times'] },
    ]);
  });

  test('a variant names what stands there', () => {
    expect(found('terms', 'Catar avisó a los dirigentes de Hamas, dice el Financial Times.')).toMatchObject([
      { expected: ['líderes de Hamás'], got: ['dirigentes de Hamas'] },
    ]);
  });

  test('a forbidden rendering is an error of its own check alone', () => {
    const target = 'Catar avisó a los jefes de Hamas, dice el Financial Times.';
    expect(found('forbidden', target)).toMatchObject([{ level: 'error', got: ['jefes de Hamas'] }]);
    expect(found('terms', target)).toEqual([]);
  });
});

describe('from a source in letters that the target has not', () => {
  const from = (locale: string, to: string, source: string, target: string, check: string) => {
    const made = edition(to, [{ source, target }]);
    return runChecks([named(check)], { ...made, article: { ...made.article, locale } }).map(({ got }) => got);
  };

  test.each([
    ['ja', 'en', '市長は月曜日に辞任した。'],
    ['ja', 'ko', '市長は月曜日に辞任した。'],
    ['zh', 'es', '港口关闭'],
    ['th', 'en', 'ท่าเรือปิดแล้ว'],
    ['hi', 'de', 'बंदरगाह बंद है।'],
    ['ar', 'fr', 'الميناء مغلق'],
    ['ru', 'en', 'Порт закрыт'],
    ['he', 'ru', 'הנמל סגור'],
    ['el', 'uk', 'Το λιμάνι'],
  ])('%s to %s: a text that is left as it is', (locale, to, text) => {
    expect(from(locale, to, text, text, 'untranslated')).toHaveLength(1);
  });

  test.each([
    ['ja', 'en', '市長は月曜日に辞任した。', 'The mayor 月曜日に resigned.', '月曜日に'],
    ['ru', 'en', 'Мэр ушёл в отставку.', 'The мэр resigned.', 'мэр'],
    ['ar', 'es', 'استقال رئيس البلدية يوم الاثنين.', 'El رئيس dimitió el lunes.', 'رئيس'],
    ['ko', 'ja', '시장은 월요일에 사임했다.', '市長は월요일에辞任した。', '월요일에'],
  ])('%s to %s: words that are left', (locale, to, source, target, left) => {
    expect(from(locale, to, source, target, 'untranslated-word').map(String)).toEqual([expect.stringContaining(left)]);
  });

  test.each([
    ['ja', 'en', '港（みなと）は閉鎖。', 'The minato (みなと) is closed.'],
    ['ja', 'en', '「港」は詩だ。', 'The word “港湾” is a poem.'],
    ['ja', 'zh', '東京都知事', '東京都知事'],
    ['ru', 'uk', 'Порт закрыт.', 'Порт зачинено.'],
    ['ar', 'fa', 'محمد علي', 'محمد علي'],
    ['sr', 'sr-Latn', 'Лука', 'Лука'],
    ['zh', 'ja', '北京大学', '北京大学'],
    ['ja', 'en', 'NHK, 2024', 'NHK, 2024'],
  ])('%s to %s: what is at home there, quoted or in brackets is fine', (locale, to, source, target) => {
    expect(from(locale, to, source, target, 'untranslated')).toEqual([]);
    expect(from(locale, to, source, target, 'untranslated-word')).toEqual([]);
  });

  test('what a person leaves as it is is a warning, what an engine leaves an error', () => {
    const text = 'On the decision making process of a harbour';
    const levels = (['machine', 'reviewed'] as const).map(
      (state) => runChecks([named('untranslated')], edition('es', [{ source: text, target: text, state }]))[0]?.level,
    );
    expect(levels).toEqual(['error', 'warning']);
  });

  test('what the pseudo engine leaves is no fault', () => {
    const text = '市長は月曜日に辞任した。';
    const made = edition('en', [{ source: text, target: text }]);
    const targets = new Map([...made.targets].map(([id, one]) => [id, { ...one, origin: { by: 'engine', name: 'pseudo 1' } as const }]));
    expect(
      runChecks([named('untranslated'), named('untranslated-word')], { ...made, article: { ...made.article, locale: 'ja' }, targets }),
    ).toEqual([]);
  });
});
