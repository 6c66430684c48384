import { expect, test } from 'vitest';
import { nameFinder } from '../../../src/memory/align/heard-names.ts';
import { signsOf, together } from '../../../src/memory/align/signs.ts';

const own = (text: string) => signsOf([text], 'en');
const theirs = (text: string) => signsOf([text], 'uk');

const FILLER = Array.from({ length: 80 }, (_, at) => theirs(`У місті ${at} нічого не сталося, сказав Петренко.`));
const SIMPSON = theirs('Допит Сімпсона закінчився в понеділок.');
const MANY = [...FILLER, SIMPSON];

test('a name that one text has is worth much there, and is lost elsewhere', () => {
  const find = nameFinder(MANY);
  const source = own('The questioning of Simpson is over.');
  expect(find(source, SIMPSON)).toEqual({ worth: Math.log(101 / 2), lost: 0 });
  expect(find(source, FILLER[0] as (typeof FILLER)[number])).toEqual({ worth: 0, lost: 1 });
});

test('a name that most texts have is as good as not there', () => {
  const find = nameFinder(MANY);
  expect(find(own('So said Petrenko.'), FILLER[0] as (typeof FILLER)[number])).toEqual({ worth: 0, lost: 1 });
});

test('neighbours as one have the names of both, and a part of a text those that are in it', () => {
  const find = nameFinder(MANY);
  const source = own('The questioning of Simpson is over.');
  expect(find(source, together([FILLER[0] as (typeof FILLER)[number], SIMPSON])).lost).toBe(0);
  const half = { ...theirs('Допит Сімпсона'), of: [SIMPSON] };
  expect(find(source, half).worth).toBeGreaterThan(3);
  expect(find(source, { ...theirs('закінчився в понеділок.'), of: [SIMPSON] }).worth).toBe(0);
});

test('among few texts, what is neither whole nor lost says nothing', () => {
  const find = nameFinder([SIMPSON, theirs('Самсонова не було вдома.')]);
  const { worth, lost } = find(own('So said Simpson.'), theirs('Самсонова не було вдома.'));
  expect([worth, lost]).toEqual([0, 0]);
});
