import { describe, expect, it } from 'vitest';
import { inProcessCheckout as checkout } from '../support/program.ts';

const files = {
  'articles/en/a.md': 'The council met.\n',
  'locales/es/glossary.csv': 'source,target,kind\ncouncil,cabildo,term\n',
  'mine.mjs': "export default { name: 'mine', translate: async ({ texts }) => texts.map(() => 'Los cabildantes se reunieron.') };\n",
  // A dictionary that takes `cabildantes` for a form of `cabildo`.
  'es.aff': 'SET UTF-8\nSFX A Y 1\nSFX A o antes o\n',
  'es.dic': '1\ncabildo/A\n',
};
const engine = { engine: 'mine', engines: { mine: { module: './mine.mjs' } } };

describe('a Hunspell dictionary', () => {
  it('confirms a form that the tables do not know, and is not needed', async () => {
    const without = checkout(files, engine);
    await without.run('translate');
    expect((await without.run('check', '--json')).summary.terms.es).toMatchObject({ asked: 1, inflected: 0 });
    const project = checkout(files, { ...engine, glossary: { hunspell: { es: { aff: 'es.aff', dic: 'es.dic' } } } });
    await project.run('translate');
    expect((await project.run('check', '--json')).summary.terms.es).toMatchObject({ asked: 1, inflected: 1 });
  });

  it('that is missing is told', async () => {
    const project = checkout(files, { ...engine, glossary: { hunspell: { es: { aff: 'es.aff', dic: 'gone.dic' } } } });
    const { code, stderr } = await project.run('check');
    expect(code).toBe(2);
    expect(stderr).toContain('glossary.hunspell.es.dic: no such file');
  });
});
