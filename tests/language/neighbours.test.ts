/** A text in a language close to the expected one is told from it, and one in the expected language is left alone. */

import { describe, expect, test } from 'vitest';
import { segmentLanguageCheck } from '../../src/checks/segment-language.ts';
import { otherLanguage } from '../../src/language/identify.ts';
import { findingsOf } from '../checks/support.ts';

/** As the check of segments asks. */
const MARGIN = 0.12;

const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  uk: [
    'Міська рада вирішила відкласти ремонт мосту до весни, бо грошей у бюджеті не вистачає.',
    'Рятувальники кілька годин шукали туристів, які заблукали в горах через туман.',
    'Школи відчинили свої двері, проте багато батьків залишили дітей удома.',
  ],
  ru: [
    'Городской совет решил отложить ремонт моста до весны, потому что денег в бюджете не хватает.',
    'Спасатели несколько часов искали туристов, которые заблудились в горах из-за тумана.',
    'Но переговоры о строительстве дороги зашли в тупик, сказал глава района.',
  ],
  es: [
    'El ayuntamiento ha decidido aplazar las obras del puente hasta la primavera.',
    'Los bomberos buscaron durante horas a los excursionistas perdidos en la niebla.',
    'La alcaldesa reconoce que la ciudad no tiene dinero para todo.',
  ],
  pt: [
    'A câmara decidiu adiar as obras da ponte até à primavera por falta de dinheiro.',
    'Os bombeiros procuraram durante horas os turistas perdidos no nevoeiro.',
    'O presidente da câmara reconhece que a cidade precisa de mais escolas.',
  ],
  ca: [
    "L'ajuntament ha decidit ajornar les obres del pont fins a la primavera.",
    'Els bombers van buscar durant hores els excursionistes perduts entre la boira.',
    "L'alcaldessa reconeix que la ciutat no té diners per a tot.",
  ],
  nb: [
    'Kommunen har bestemt seg for å utsette arbeidet med brua til etter påske.',
    'Redningsmannskapene lette i flere timer etter turistene som gikk seg vill i tåka.',
    'Skolene åpnet igjen mandag, men mange foreldre holdt barna hjemme.',
  ],
  da: [
    'Kommunen har besluttet at udskyde arbejdet med broen til efter påske.',
    'Redningsfolkene ledte i flere timer efter turisterne, der var gået vild i tågen.',
    'Skolerne åbnede igen mandag, men mange forældre holdt børnene hjemme.',
  ],
  cs: [
    'Městská rada rozhodla, že oprava mostu se odkládá na jaro, protože chybějí peníze.',
    'Záchranáři několik hodin hledali turisty, kteří v mlze zabloudili.',
    'Školy se znovu otevřely, ale mnoho rodičů nechalo děti doma.',
  ],
  sk: [
    'Mestská rada rozhodla, že oprava mosta sa odkladá na jar, lebo chýbajú peniaze.',
    'Záchranári niekoľko hodín hľadali turistov, ktorí v hmle zablúdili.',
    'Školy sa znovu otvorili, ale veľa rodičov nechalo deti doma.',
  ],
  hr: [
    'Gradsko vijeće odlučilo je da se popravak mosta odgodi do proljeća jer nema dovoljno novca.',
    'Spasioci su nekoliko sati tražili turiste koji su se izgubili u magli, izvijestila je policija.',
    'Predsjednik općine rekao je da će se škole ponovno otvoriti sljedeći tjedan.',
  ],
  'sr-Latn': [
    'Gradsko veće odlučilo je da se popravka mosta odloži do proleća jer nema dovoljno novca.',
    'Spasioci su nekoliko sati tražili turiste koji su se izgubili u magli, saopštila je policija.',
    'Predsednik opštine rekao je da će škole ponovo biti otvorene sledeće nedelje.',
  ],
};

const NEIGHBOURS = [
  ['uk', 'ru'],
  ['es', 'pt'],
  ['es', 'ca'],
  ['nb', 'da'],
  ['cs', 'sk'],
  ['hr', 'sr-Latn'],
] as const;

describe.each(NEIGHBOURS.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))('%s and %s', (expected, other) => {
  test.each(SENTENCES[expected] ?? [])(`${expected} is as expected: %s`, (sentence) => {
    expect(otherLanguage(sentence, expected, MARGIN)).toBeUndefined();
  });

  test.each(SENTENCES[other] ?? [])(`not ${expected}: %s`, (sentence) => {
    expect(otherLanguage(sentence, expected, MARGIN)).toBe(other.replace('-Latn', ''));
  });
});

test.each([
  [
    'es',
    'The president of São Paulo, João Conceição, flew home.',
    'El presidente de São Paulo, João Conceição, viajó ayer a la capital del país.',
  ],
  [
    'nb',
    'The prime minister read a leader of Politiken, "Det er nu", aloud.',
    'Statsministeren leste Politikens leder «Det er nu» høyt i Stortinget tirsdag.',
  ],
])('%s: names and quotations in a neighbour do not make a segment one of its', (to, source, target) => {
  expect(findingsOf(segmentLanguageCheck, to, source, target)).toEqual([]);
});
