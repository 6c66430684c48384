/** Exports built by the real generators, from the starters: the same articles as on Dragoman's own site. */

import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { articlesOf, builtBy, generators } from './built-export.ts';
import { inputWithLinks } from './every-link.ts';
import { temporaryFolder } from './folder.ts';
import { deadLinks } from './pages.ts';

const ORIGIN = 'https://courier.example';

describe.each(generators(process.env.DOCUSAURUS_MODULES))('$name', (generator) => {
  if (generator.command === undefined) console.log(`skipped: no ${generator.name} here`);
  it.skipIf(generator.command === undefined)(
    "builds what Dragoman's own site is",
    async () => {
      const root = temporaryFolder();
      const input = inputWithLinks(root);
      await buildSite(input, { out: join(root, 'site') });
      const own = articlesOf(join(root, 'site'), ORIGIN, 'body');
      expect(own.size).toBe(13);
      const pages = builtBy(generator, input, temporaryFolder());
      const theirs = articlesOf(pages, ORIGIN, generator.body);
      for (const [name, { date, leads, ...article }] of own) {
        const { date: theirDate = '', leads: theirLeads = [], ...their } = theirs.get(name) ?? {};
        expect({ name, ...their }).toEqual({ name, ...article });
        // A day has no time: in which zone it begins is the generator's affair.
        if (date?.length === 10) expect(theirDate.slice(0, 10), name).toBe(date);
        else expect(Date.parse(theirDate), name).toBe(Date.parse(date ?? ''));
        // Docusaurus shows in every language what has no edition in it.
        const known = theirLeads.map((lead) => (own.has(lead.replace(/#.*/s, '')) ? lead : lead.replace(/^\S+(?= \S)/, 'en')));
        expect({ name, leads: generator.name === 'docusaurus' ? known : theirLeads }).toEqual({ name, leads });
      }
      expect(theirs.size).toBeGreaterThanOrEqual(own.size);
      expect(deadLinks(pages, ORIGIN)).toEqual([]);
    },
    900_000,
  );
});
