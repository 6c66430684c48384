import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';

const rules = (before: string, breaks = 'no') => `<?xml version="1.0"?>
<srx version="2.0" xmlns="http://www.lisa.org/srx20">
  <header segmentsubflows="yes" cascade="no"/>
  <body>
    <languagerules><languagerule languagerulename="all">
      <rule break="${breaks}"><beforebreak>${before}</beforebreak><afterbreak>\\s</afterbreak></rule>
    </languagerule></languagerules>
    <maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules>
  </body>
</srx>
`;

const files = { 'articles/en/story.md': '# Story\n\nThe Grp. Sailed at dawn; it was cold. Nobody saw it.\n' };
const config = { segmentation: './rules.srx' };

test('sentences end where the rules of one’s own say, in every run and for every command', async () => {
  const project = checkout({ ...files, 'rules.srx': rules('\\bGrp\\.') }, config);
  await project.run('translate');
  expect(project.sent()).toEqual(['Story', 'The Grp. Sailed at dawn; it was cold.', 'Nobody saw it.']);
  const { events } = await project.run('segment', 'articles/en/story.md');
  expect(events.filter(({ type }) => type === 'segment')).toHaveLength(3);
  expect((await project.run('translate', '--frozen')).code).toBe(0);
});

test('changed rules are seen by the next run, which sends what is cut otherwise', async () => {
  const project = checkout({ ...files, 'rules.srx': rules('\\bGrp\\.') }, config);
  await project.run('translate');
  project.sent();
  project.write('rules.srx', rules(';', 'yes'));
  expect((await project.run('translate', '--frozen')).code).toBe(1);
  await project.run('translate');
  expect(project.sent().join('')).toContain('Sailed at dawn;');
  expect(project.sent()).toEqual([]);
  expect((await project.run('translate', '--frozen')).code).toBe(0);
});

test.each<[string, { [file: string]: string }, string]>([
  ['missing', {}, './rules.srx: no such file'],
  ['broken', { 'rules.srx': rules('(unclosed') }, './rules.srx:6: <rule> is not usable'],
  ['of another kind', { 'rules.srx': '<tmx/>' }, './rules.srx is not an SRX file'],
])('rules that are %s: said once, exit 2, nothing sent', async (_, given, message) => {
  const project = checkout({ ...files, ...given }, config);
  const { code, stderr } = await project.run('translate');
  expect(code).toBe(2);
  expect(stderr.split(message)).toHaveLength(2);
  expect(project.sent()).toEqual([]);
});
