import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../src/adapters.ts';
import { atLevels } from '../../src/checks/levels.ts';
import { parseConfig } from '../../src/config.ts';
import { type Finding, findingNames, findingRules } from '../../src/finding.ts';
import { fingerprints } from '../../src/reports/fingerprint.ts';
import { inProcessCheckout as checkout } from '../support/program.ts';

const config = (levels: object) => parseConfig({ sourceLocale: 'en', targetLocales: ['es'], checks: levels }, 'dragoman.config.json');
const SOURCE = { 'articles/en/story.md': '# A story\n\nThe harbour opens again on Monday.\n' };

test('names are in one spelling, and each check has the file that its name says', () => {
  for (const name of findingNames) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  for (const { name } of checks) expect(existsSync(join(import.meta.dirname, `../../src/checks/${name}.ts`)), name).toBe(true);
});

test('every name may be given a level', () => {
  const levels = Object.fromEntries(findingNames.map((name) => [name, 'note']));
  expect(config(levels).checks).toEqual(levels);
});

test('a configuration with older spellings is understood', () => {
  expect(config({ 'review outdated': 'error', 'Untranslated Word': 'off', 'edit not kept': 'note' }).checks).toEqual({
    'review-outdated': 'error',
    'untranslated-word': 'off',
    'edit-not-kept': 'note',
  });
});

test('a baseline written under the older spelling still knows its findings', () => {
  const outdated: Finding = {
    check: 'review-outdated',
    level: 'warning',
    message: 'The source has changed',
    slug: 's',
    locale: 'es',
    segment: 'a',
  };
  // Of the release before the names had one spelling.
  expect(fingerprints([outdated])).toEqual(['87ad1403469440bd']);
  expect(findingRules['review-outdated'].former).toBe('review outdated');
});

test('levels: another one, none, the own one', () => {
  const of = (check: Finding['check']): Finding => ({ check, level: 'warning', message: 'x' });
  expect(atLevels([of('merge'), of('engine'), of('hand-made')], { merge: 'error', engine: 'off' })).toEqual([
    { ...of('merge'), level: 'error' },
    of('hand-made'),
  ]);
});

test('what a step tells has the level of the configuration, on the command line too', async () => {
  const files = { ...SOURCE, 'articles/es/story.md': '# Una historia\n\nEl puerto abre el lunes.\n' };
  const told = async (checks: object) => {
    const { events, summary } = await checkout(files, { checks }).run('translate', '--json');
    return { levels: events.filter(({ check }) => check === 'hand-made').map(({ level }) => level), counts: summary.findings };
  };
  expect(await told({})).toEqual({ levels: ['warning'], counts: { error: 0, warning: 1 } });
  expect(await told({ 'hand-made': 'error' })).toEqual({ levels: ['error'], counts: { error: 1, warning: 0 } });
  expect(await told({ 'hand-made': 'off' })).toEqual({ levels: [], counts: { error: 0, warning: 0 } });
});

test('an edition that is not up to date ends --frozen with 1, whatever level it is told at', async () => {
  const { code, events } = await checkout(SOURCE, { checks: { frozen: 'note' } }).run('check', '--frozen', '--format', 'json');
  expect(events).toContainEqual(expect.objectContaining({ check: 'frozen', level: 'note' }));
  expect(code).toBe(1);
});
