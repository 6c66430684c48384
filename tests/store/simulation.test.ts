import { expect, test } from 'vitest';
import { simulateDay } from '../../scripts/simulation.ts';

test('a day that fits the quota is sent as it comes; one whose busiest hour does not waits, and all of it is sent', () => {
  const fits = simulateDay({ desks: 200, articles: 3_000, locales: 60 }, 0);
  expect(fits).toMatchObject({ characters: 720_000_000, dollars: 14_400, rows: 5_940_000, filesPerDesk: 1_800 });
  expect(fits.mean).toBeCloseTo(0.083, 3);
  expect(fits.worst).toBeLessThan(5);
  const over = simulateDay({ desks: 200, articles: 12_000, locales: 60 }, 0);
  // The busiest hour brings 10 M characters a minute, and 6 M leave.
  expect(over.worst).toBeGreaterThan(30 * 60);
  expect(over.median).toBeLessThan(5);
});

test('the time of day is an argument', () => {
  const group = { desks: 1, articles: 240, locales: 4 };
  expect(simulateDay(group, Date.UTC(2026, 0, 1))).toEqual(simulateDay(group, 0));
});
