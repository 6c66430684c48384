/** What is bundled into the page's script goes out with its licence. */

import { expect, test } from 'vitest';
import { licencesOf } from '../../scripts/client-licences.ts';
import { bundleClient } from '../../src/edit/client-bundle.ts';

test('every package in the script has its name and the text of its licence', () => {
  const { inputs = [] } = bundleClient() ?? {};
  const text = licencesOf(inputs);
  const packages = new Set(inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  expect([...packages]).toEqual(expect.arrayContaining(['preact', 'prosemirror-model', 'prosemirror-view']));
  for (const name of packages) expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  expect(text.match(/Permission is hereby granted|Redistribution and use/g)?.length).toBeGreaterThanOrEqual(packages.size);
});

test('a package without the text of a licence is not bundled in silence', () => {
  expect(() => licencesOf(['tests/none/node_modules/nothing/index.js'])).toThrow();
});
