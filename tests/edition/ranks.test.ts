import { expect, test } from 'vitest';
import { rankOf } from '../../src/edition/ranks.ts';

const rank = (target: string, opinion: string, ...logProbabilities: number[]) =>
  rankOf({ source: 'They said that Zelensky met Kavanaugh on Sunday.', target, opinion, from: 'en', to: 'es', logProbabilities });

test('0 where both say the same, 100 where nothing is alike, more the further they are apart', () => {
  const said = 'El presidente dijo que el gobierno va a ganar.';
  expect(rank(said, said)).toBe(0);
  const near = rank(said, 'El presidente dijo que el gobierno ganará.');
  const far = rank(said, 'Según el presidente, vencerá su ejecutivo.');
  expect(near).toBeGreaterThan(0);
  expect(far).toBeGreaterThan(near);
  expect(rank('Sí.', '12 hombres y 40 mujeres no llegaron nunca.', -40)).toBeLessThanOrEqual(100);
});

test('another number, a text that is cut short, and an answer that its own model finds improbable', () => {
  const said = 'Murieron 45 personas en la ciudad.';
  expect(rank(said, 'Murieron 54 personas en la ciudad.')).toBeGreaterThan(rank(said, 'Murieron 45 persones en la ciudad.'));
  expect(rank(said, said, -3)).toBeGreaterThan(rank(said, said, -0.1));
  expect(rank(said, said, -0.1, -3)).toBe(rank(said, said, -3));
  expect(rank(said, said, 0)).toBe(0);
});

test('a name that only the second engine keeps', () => {
  const [kept, lost] = ['Dijeron que Zelensky vio a Kavanaugh el domingo.', 'Dijeron que Zelensky vio a Montaña el domingo.'];
  expect(rank(lost, kept)).toBeGreaterThan(rank(kept, lost));
});

test('neither is the truth', () => {
  expect(rank('El río es largo.', 'El río es muy largo y rojo.')).toBe(rank('El río es muy largo y rojo.', 'El río es largo.'));
});
