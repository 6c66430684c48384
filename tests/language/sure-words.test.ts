/** Frequent words that spare a sentence the n-grams: they must not hide a sentence of another language, nor one that is mostly in another. */

import { expect, test } from 'vitest';
import { otherLanguage } from '../../src/language/identify.ts';

const MARGIN = 0.12;

const SENTENCES: Readonly<Record<string, string>> = {
  es: 'Según la policía, el barco había llegado al puerto después de la tormenta y los pasajeros fueron llevados al hospital.',
  ca: "Segons la policia, el vaixell havia arribat al port després de la tempesta i els passatgers van ser portats a l'hospital.",
  fr: "Selon la police, le navire était arrivé dans le port après la tempête et les passagers ont été conduits à l'hôpital.",
  de: 'Nach Angaben der Polizei war das Schiff vor dem Sturm in den Hafen eingelaufen, und die Passagiere wurden in ein Krankenhaus gebracht.',
  ru: 'По словам полиции, судно уже было в порту, когда начался шторм, и пассажиры были доставлены в больницу, сказал врач.',
  en: 'According to the police the ship had reached the port after the storm, and the passengers were taken to a hospital.',
  uk: 'За словами поліції, судно вже було в порту, коли почався шторм, і пасажирів доставили до лікарні, сказав лікар.',
};

test.for(['es', 'ca', 'fr', 'de', 'ru'])('a sentence in another language is seen in an edition in %s', (locale) => {
  for (const [language, sentence] of Object.entries(SENTENCES))
    expect(otherLanguage(sentence, locale, MARGIN) === undefined, `${language} in ${locale}`).toBe(language === locale);
});

test('some words of the own language are no proof in a sentence that is mostly in another', () => {
  const quoted = `${SENTENCES.en} ${SENTENCES.en} He said “und nicht für uns”.`;
  expect(otherLanguage(quoted, 'de', MARGIN)).toBe('en');
});
