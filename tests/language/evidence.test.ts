import { describe, expect, test } from 'vitest';
import { segmentLanguageCheck } from '../../src/checks/segment-language.ts';
import { otherLanguage } from '../../src/language/identify.ts';
import { findingsOf } from '../checks/support.ts';

/** Sentences of our own; each as the other language would say it too. */
const PAIRS: readonly (readonly [hr: string, sr: string])[] = [
  ['Gradsko vijeće odlučilo je odgoditi popravak mosta do proljeća.', 'Gradsko veće odlučilo je da odloži popravku mosta do proleća.'],
  ['Tvrtka će otvoriti novi pogon u srpnju.', 'Kompanija će da otvori novi pogon u julu.'],
  ['Ministrica je kazala kako će sudjelovati na sastanku u Europi.', 'Ministarka je rekla da će učestvovati na sastanku u Evropi.'],
  ['Tisuće ljudi prosvjedovalo je u srijedu ispred sveučilišta.', 'Hiljade ljudi je u sredu protestovalo ispred univerziteta.'],
  ['Liječnici mogu propisati lijek, ali ne znaju tko će ga platiti.', 'Lekari mogu da propišu lek, ali ne znaju ko će da ga plati.'],
  ['Cijene su porasle za pet posto, a plaće nisu.', 'Cene su porasle za pet odsto, a plate nisu.'],
  ['Točno u podne vlak je stigao na kolodvor.', 'Tačno u podne voz je stigao na stanicu, ali posle toga nije bilo mesta.'],
  ['Ulagači čekaju promjene na razini općine.', 'Akcionari čekaju promene na nivou opštine.'],
  ['Pjesme je objavila s fotografijama djeteta.', 'Pesme je objavila sa slikama deteta, a muziku posle koncerta.'],
  ['Uhićen je osumnjičenik za ubojstvo dvoje djece.', 'Uhapšen je osumnjičeni za ubistvo dvoje dece.'],
];

describe('Croatian and Serbian', () => {
  test.each(PAIRS)('%s | %s', (hr, sr) => {
    expect(otherLanguage(sr, 'hr', 0.12)).toBe('sr');
    expect(otherLanguage(hr, 'sr-Latn', 0.12)).toBe('hr');
    expect(otherLanguage(hr, 'hr', 0.12)).toBeUndefined();
    expect(otherLanguage(sr, 'sr-Latn', 0.12)).toBeUndefined();
  });

  test('a sentence without a word that tells is neither', () => {
    const neutral = 'Albanci su manjina u ovoj dolini, rekla je ona za agenciju.';
    expect(otherLanguage(neutral, 'hr', 0.12)).toBeUndefined();
    expect(otherLanguage(neutral, 'sr-Latn', 0.12)).toBeUndefined();
  });

  test('what is quoted counts: nobody quotes a close neighbour in its own words', () => {
    const quoted = 'Dodao je: "Više od trista učesnika došlo je na protest." Na kraju su otišli kući.';
    expect(findingsOf(segmentLanguageCheck, 'hr', 'He added it. At last they went home.', quoted)).toHaveLength(1);
    expect(findingsOf(segmentLanguageCheck, 'sr-Latn', 'He added it. At last they went home.', quoted)).toEqual([]);
  });

  test.each([
    ['hr', 'Poljoprivrednici su za poljoprivredna gospodarstva tražili zemlju.'],
    ['hr', 'U toj općini imao sam vrlo važnu zadaću, objašnjava novi trener.'],
    ['hr', 'Novi tablet dolazi sa 16 GB interne memorije i boljom kamerom.'],
    ['hr', 'Mladi par svaku večer, i kasno uvečer, izvodi psa u park.'],
    ['sr-Latn', 'Strane kompanije vrše istraživanja u Austriji i Mađarskoj.'],
  ])('%s: a part of another word, or a word of both, tells nothing: %s', (locale, line) =>
    expect(otherLanguage(line, locale, 0.12)).toBeUndefined(),
  );

  test.each([
    ['sr-Latn', 'Ministar je zadovoljan te je najavio kako se pregovori otvaraju ove zime.', 'hr'],
    ['hr', 'Njegova zabrinutost raste sa brojem privatnih firmi.', 'sr'],
    ['hr', 'Vlada je skoro odustala od plana za ceo region, i obaveze ostaju.', 'sr'],
  ])('not %s: small words and habits tell together: %s', (locale, line, other) => expect(otherLanguage(line, locale, 0.12)).toBe(other));

  test('a name that looks like a word of the neighbour tells nothing', () =>
    expect(otherLanguage('Kreacije je na pisti pokazala i Nina Severina, rekao je organizator.', 'hr', 0.12)).toBeUndefined());
});

describe('Czech and Slovak: n-grams alone do not tell, words must not say the opposite', () => {
  test.each([
    ['sk', 'Po celý zvyšok života ostala jeho jedinou láskou.', undefined],
    ['sk', 'Značnou nevýhodou je jeho pomerne vysoká cena.', undefined],
    ['sk', 'Městská rada rozhodla, že oprava mostu počká do jara, protože nejsou peníze.', 'cs'],
    ['cs', 'Mestská rada rozhodla, že oprava mosta počká do jari, pretože nie sú peniaze.', 'sk'],
  ])('%s: %s', (locale, text, expected) => expect(otherLanguage(text, locale, 0.12)).toBe(expected));
});

describe('Norwegian and Danish', () => {
  test.each([
    ['nb', 'Byrådet besluttede at udskyde reparationen af broen, fordi der ikke er penge nok.', 'da'],
    ['da', 'Bystyret bestemte seg for å utsette reparasjonen av brua, fordi det ikke er nok penger.', 'nb'],
    ['nb', 'Bystyret bestemte seg for å utsette reparasjonen av brua, fordi det ikke er nok penger.', undefined],
  ])('%s: %s', (locale, text, expected) => expect(otherLanguage(text, locale, 0.12)).toBe(expected));
});
