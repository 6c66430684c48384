import { describe, expect, it } from 'vitest';
import { hasTable } from '../../src/glossary/inflection.ts';
import { inspectTerm, type TargetTerm, usesTerm } from '../../src/glossary/uses.ts';

/** language | kind | dictionary form | forms that are uses of it | words that are not */
const TABLE = `
uk | person | Богдан Ступка | Богдана Ступки, Богданові Ступці, Богданом Ступкою | Богдан Ступак, Богда Ступка, Богдана Скупки, Ступка
uk | person | Шевченко | Шевченка, Шевченкові, Шевченком | Шевчанко, Шевченк, Шевчинка
uk | person | Зеленський | Зеленського, Зеленському, Зеленським | Зеленкий, Зелеський
uk | person | Роналду | Роналду | Роналди, Рональду
uk | place | Харків | Харкова, Харкову, Харковом, Харкові | Харкава, Хакова
uk | place | Прага | Праги, Празі, Прагу, Прагою | Прогі, Працу
uk | place | Чернівці | Чернівців, Чернівцями | Чернівів
uk | term | річ | речі, річчю, речей | ріка
uk | term | міжнародний суд | міжнародного суду, Міжнародним судом, міжнародні суди | міжнародного судом, міжнародною суду
uk | term | гра престолів | гри престолів, грою престолів | гри престолами
ru | person | Лев Толстой | Льва Толстого, Льву Толстому | Льва Талстого, Ольва Толстого
ru | person | Пушкин | Пушкина, Пушкиным, Пушкине | Пушкан, Пукшина
ru | place | Казань | Казани, Казанью | Казини, Казнь
ru | term | огонь | огня, огнём, огни | огонек, уголь
ru | term | чёрный список | черного списка, чёрном списке | черной список
pl | person | Wałęsa | Wałęsy, Wałęsie, Wałęsę, Wałęsą | Wałesa, Wałęsk
pl | person | Jacques Chirac | Jacques’a Chiraca, Jacques'owi Chiracowi | Jacques Chirak
pl | place | Kraków | Krakowa, Krakowem, Krakowie | Krakawa, Karków
pl | place | Wielka Brytania | Wielkiej Brytanii, Wielką Brytanię | Wielkiej Brytania Zachodnia Brytanii
pl | term | urzędnik | urzędnika, urzędnicy, urzędników | urzędniczy
de | person | Scholz | Scholz, Scholz' | Schulz, Scholtz
de | place | Rotes Meer | Roten Meer, Roten Meeres | Rote Meere Straße
de | term | Abkommen | Abkommens, Handelsabkommen, Abkommensentwurf | Aufkommen
de | term | Bürgermeister | Bürgermeisters, Bürgermeistern, Bürgermeisterin | Burgmeister
es | term | ley orgánica | leyes orgánicas, Ley Orgánica | ley organizada
es | term | partido | partidos | partida
es | term | primer ministro | primera ministra, primeros ministros | primer ministerio
es | term | juez | jueces, jueza | julio
fr | term | tribunal | tribunaux, Tribunal | tribune
fr | place | Irlande | d’Irlande, l'Irlande | Islande
tr | person | Orhan Pamuk | Orhan Pamuk'un, Orhan Pamuk’a, Orhan Pamuk'tan | Orhan Pamukoğlu, Orhan Pamık'un
tr | place | Bursa | Bursa'da, Bursa'nın, Bursa'dakiler | Bursa2, Burda'da
tr | term | kitap | kitabı, kitaplar, kitaplarından, kitabındaki | kitle, kutap
ca | term | eleccions | eleccions, elecció | electors
ca | place | Andorra | d'Andorra, l’Andorra | Andora
ar | term | الأمم المتحدة | للأمم المتحدة, والأمم المتحدة | الأمم القديمة
it | term | partito | partiti | partita iva, parte
it | place | Irlanda | d’Irlanda, nell'Irlanda | Islanda
it | organization | Unione europea | dell’Unione europea | Unione africana
pt | term | eleição | eleições | ereção
pt | term | cidadão | cidadãos, cidadã | cidade
pt | term | hospital | hospitais | hospício
nl | term | stad | steden en stadhuis | stand
nl | term | minister | ministers, Minister, ministerpost | ministerie
nl | place | Rotterdam | Rotterdams | Roterdam
cs | place | Praha | Prahy, Praze, Prahu, Prahou | Práce, Prdha
cs | person | Václav Havel | Václava Havla, Václavu Havlovi, Václavem Havlem | Václava Havka
cs | term | ústavní soud | ústavního soudu, ústavnímu soudu | ústavního soudem
cs | term | vláda | vlády, vládě, vládou | vlna
he | place | לונדון | בלונדון, ולונדון, מלונדון | לנדן
hi | term | लड़का | लड़के, लड़कों | लकड़ी
fi | place | Tampere | Tampereen | Tampareen
`;

const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string, string]);

const USED = new Set(['exact', 'inflected', 'compound']);

describe.each(rows)('%s %s %s', (locale, kind, target, uses, others) => {
  const term = { target, kind };
  it.each(uses.split(/, /))('is used in: %s', (form) => {
    expect(USED).toContain(usesTerm(`… ${form}, …`, term, locale));
  });
  it.each(others.split(/, /))('is not used in: %s', (word) => {
    expect(USED).not.toContain(usesTerm(`… ${word}, …`, term, locale));
  });
});

describe('verdicts', () => {
  it.each<[string, string, TargetTerm, string, string | undefined]>([
    ['uk', 'У Парижі холодно', { target: 'Париж', kind: 'place' }, 'inflected', 'Парижі'],
    ['uk', 'Париж і Парижі', { target: 'Париж', kind: 'place' }, 'exact', 'Париж'],
    ['uk', 'паризький тиждень', { target: 'Париж', kind: 'place' }, 'derived', 'паризький'],
    ['uk', 'сенатори-демократи', { target: 'демократи', kind: 'organization' }, 'compound', 'демократи'],
    ['uk', 'сенатори-демократи', { target: 'демократи', kind: 'organization', compounds: false }, 'missing', undefined],
    ['uk', 'Греєма не було', { target: 'Грем', kind: 'person', variants: ['Греєм'] }, 'variant', 'Греєма'],
    ['uk', 'У Кієві', { target: 'Київ', kind: 'place', forbidden: ['Кієв'] }, 'forbidden', 'Кієві'],
    ['uk', 'До ЄС', { target: 'Європейський Союз', kind: 'organization', forms: ['ЄС'] }, 'inflected', 'ЄС'],
    ['uk', 'нічого', { target: 'Київ', kind: 'place' }, 'missing', undefined],
    ['uk', 'Трампу', { target: 'Трамп', kind: 'person', indeclinable: true }, 'missing', undefined],
    ['de', 'Eierstockkrebs', { target: 'Krebs', kind: 'term' }, 'compound', 'Eierstockkrebs'],
    ['de', 'Eierstockkrebs', { target: 'Krebs', kind: 'term', compounds: false }, 'missing', undefined],
    ['de', 'die Präsidentschaft', { target: 'Präsident', kind: 'term' }, 'derived', 'Präsidentschaft'],
    ['de', 'Premier-League-Duell', { target: 'Premier League', kind: 'organization' }, 'compound', 'Premier-League'],
    ['ru', 'В Эль-Сальвадоре', { target: 'Сальвадор', kind: 'place' }, 'missing', undefined],
    ['en', 'the un', { target: 'UN', kind: 'organization' }, 'missing', undefined],
    ['ja', 'トランプ大統領は', { target: 'トランプ', kind: 'person' }, 'exact', 'トランプ'],
    ['fr', 'l’Islande', { target: 'Islande', kind: 'place' }, 'exact', 'Islande'],
  ])('%s: %s', (locale, target, term, verdict, surface) => {
    const found = inspectTerm(target, term, locale);
    expect(found).toMatchObject({ verdict, ...(surface !== undefined && { surface }) });
    if (found.start !== undefined) expect(target.slice(found.start, found.end)).toBe(found.surface);
  });

  it('matches a word with a letter of another alphabet, and says so', () => {
    expect(inspectTerm('У Киeві', { target: 'Київ', kind: 'place' }, 'uk').verdict).toBe('missing');
    expect(inspectTerm('До Одecи', { target: 'Одеса', kind: 'place' }, 'uk')).toMatchObject({ verdict: 'inflected', mixedAlphabet: true });
  });

  it('knows which languages have a table', () => {
    expect(hasTable('uk')).toBe(true);
    expect(hasTable('pt-BR')).toBe(hasTable('pt'));
    expect(hasTable('ja')).toBe(true);
    expect(hasTable('sw')).toBe(false);
  });
});
