import { expect, test } from 'vitest';
import { pseudoEngine } from '../../src/engines/pseudo.ts';
import { engineContract } from './contract.ts';

engineContract('pseudo', () => pseudoEngine());

const signal = new AbortController().signal;
const translate = async (text: string, terms: { source: string; target: string }[] = [], expansion?: number) =>
  (await pseudoEngine(expansion === undefined ? {} : { expansion }).translate({ texts: [text], from: 'en', to: 'es', terms }, signal))[0];

test('accents, and a third longer', async () => {
  const source = 'A longer sentence of several words';
  const answer = (await translate(source)) ?? '';
  expect(answer).toBe('Á lóóñğééř šééñtééñçéé óf šéévééřáál wóóřdš');
  expect(answer.length / source.length).toBeCloseTo(1.3, 1);
});

test('terms stand as the glossary has them, the longest first', async () => {
  const terms = [
    { source: 'Bank', target: 'BANCO' },
    { source: 'Bank of Spain', target: 'Banco de España' },
  ];
  expect(await translate('The Bank of Spain and the Bank, not Bankers.', terms, 0)).toBe('Thé Banco de España áñd thé BANCO, ñót Báñkéřš.');
});

test('addresses and holes stay', async () => {
  expect(await translate('See https://a.example/b for {{count}} new', [], 0)).toBe('Šéé https://a.example/b fóř {{count}} ñéw');
});
