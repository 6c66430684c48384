import { afterAll, describe, expect, test } from 'vitest';
import { apertiumEngine } from '../../src/engines/apertium.ts';
import type { EngineRemarks } from '../../src/engines/engine.ts';
import { engineContract } from './contract.ts';

const signal = new AbortController().signal;
const has = (from: string, to: string) => apertiumEngine().refuses?.(from, to) === undefined;
for (const pair of ['en es', 'en ca', 'ru uk', 'es pt']) {
  const [from = '', to = ''] = pair.split(' ');
  if (!has(from, to)) console.log(`skipped: the Apertium pair ${from} -> ${to} is not installed`);
}

const shared = apertiumEngine();
afterAll(() => shared.close?.());

/** One text, and the words that the engine does not know. */
async function translate(text: string, to = 'es', from = 'en', engine = shared) {
  const remarks: EngineRemarks[] = [];
  const [answer = ''] = await engine.translate({ texts: [text], from, to, report: (_, said) => remarks.push(said) }, signal);
  return { answer, unknown: remarks.flatMap(({ unknown }) => unknown ?? []) };
}

if (has('en', 'es')) engineContract('apertium en -> es', () => apertiumEngine());
if (has('en', 'ca')) engineContract('apertium en -> ca', () => apertiumEngine(), { to: 'ca', runs: 60 });
if (has('ru', 'uk')) engineContract('apertium ru -> uk', () => apertiumEngine(), { from: 'ru', to: 'uk' });

describe.skipIf(!has('en', 'es') || !has('en', 'ca'))('marks stay with their words', () => {
  test.each([
    // The adjective goes behind its noun, and its mark with it.
    ['es', 'The <g id="1">red</g> car.', /^El coche <g id="1">rojo<\/g>\.$/],
    ['ca', 'The <g id="1">red</g> car.', /^El carro <g id="1">vermell<\/g>\.$/],
    ['es', 'The <g id="1">prime minister</g> said no more.', /<g id="1">primer ministro<\/g>/],
    // An article that is joined to its noun after generation stays outside.
    ['ca', 'The <g id="1">prime minister</g> said no more.', /^El <g id="1">primer ministre<\/g>/],
    ['ca', 'The <g id="1">bank of <g id="2">England</g></g> burned.', /<g id="1">banc d'<g id="2">Anglaterra<\/g><\/g>/i],
    // The English genitive is read with a word whose mark ends before it.
    ['es', '<g id="1">Google</g>’s office is open.', /oficina de <g id="1">Google<\/g>/],
    ['es', '<g id="1">“The talks failed,”</g> the minister said.', /^<g id="1">“Las charlas fallaron,”<\/g> el/],
    ['ca', '<g id="1">“The talks failed,”</g> the minister said.', /^<g id="1">“Les xerrades van fallar,”<\/g> el/],
    ['es', '<g id="1">Note:</g> it is open.', /^<g id="1">Nota:<\/g> /],
    ['es', 'They left <g id="1">at 10:30 a.m.</g> today.', /<g id="1">en 10:30 a\.m\.<\/g> hoy/],
    ['es', 'Visit <g id="1">example.org</g> today.', /^Visita <g id="1">example\.org<\/g> hoy\.$/],
    ['ca', 'The dogs were <g id="1">never seen</g> again.', /<g id="1">mai van ser vists<\/g>/],
    [
      'es',
      '<g id="1">Girona</g>, <g id="2">Lleida</g> and <g id="3">Vic</g>',
      /^<g id="1">Girona<\/g>, <g id="2">Lleida<\/g> y <g id="3">Vic<\/g>$/,
    ],
    [
      'es',
      'See the <g id="1"><x id="2"/> manual</g> for the <x id="3"/> command.',
      /<g id="1"><x id="2"\/> manual<\/g> para la <x id="3"\/> orden\.$/,
    ],
    // A pronoun that the target leaves out: its mark stands around the word that it went into.
    ['es', '<g id="1">It</g> rained.', /^<g id="1">Llovió<\/g>\.$/],
  ])('%s: %s', async (to, text, expected) => expect((await translate(text, to)).answer).toMatch(expected));
});

describe.skipIf(!has('en', 'es') || !has('en', 'ca'))('words', () => {
  test('an unknown word is reported, and no sign of it stands in the answer', async () => {
    const { answer, unknown } = await translate('The zorblat met a <g id="1">frimbish</g> qwerl.');
    expect(unknown).toEqual(expect.arrayContaining(['zorblat', 'frimbish', 'qwerl']));
    expect(answer).toContain('zorblat');
    expect(answer).not.toMatch(/[*@#]/);
  });

  test('the author’s own signs are not taken for those of the generator', async () => {
    const { answer, unknown } = await translate('The note* has #tags and one @handle.');
    expect(answer).toMatch(/\*.*#tags.*@handle/);
    expect(unknown).toEqual([]);
  });

  test('a dropped pronoun leaves neither a space nor a small letter', async () => {
    const { answer } = await translate('"It rained," he said. He left.');
    expect(answer).not.toMatch(/ {2}| [.,]/);
    expect((await translate('There is a river.')).answer).toMatch(/^H/);
    expect((await translate('"We left." ("It rained")')).answer).toBe('"Dejamos." ("Llovió")');
  });

  test('a word that comes to nothing stays, and is reported', async () => {
    expect(await translate('will')).toEqual({ answer: 'will', unknown: ['will'] });
  });

  test.each([
    ['Why is the river long?', /^¿Por qué .*\?$/],
    ['"Is the river long?"', /^"¿.*\?"$/],
    ['The river is <g id="1">long!</g>', /^¡El río es <g id="1">.*!<\/g>$/],
    ['"Is it long?" he asked.', /^"[^¿]*$/],
    ['It is long. Is it?', /^[^¿]*$/],
  ])('a question opens as Spanish has it: %s', async (text, expected) => expect((await translate(text)).answer).toMatch(expected));

  test.each([
    ['es', 'The 27-year-old player won a 10-mile race.', /^El jugador de 27 años .* raza de 10 millas\.$/],
    ['ca', 'The 27-year-old player won a 10-mile race.', /^El jugador de 27 anys .* raça de 10 milles\.$/],
    // A `billion` of the long scale would be a thousand times as much.
    ['es', 'Sales rose to $2.5bn.', /\$2\.5 mil millones\.$/],
    ['ca', 'Sales rose to $2.5bn.', /\$2\.5 mil milions\.$/],
    ['ca', 'It cost 5 million dollars.', /5 milions de dòlars\.$/],
    ['es', 'The €2.4m plan failed.', /€2\.4 millones/],
    ['es', 'The road is 5m long.', /5m/],
  ])('amounts and ages keep their meaning and their spaces: %s, %s', async (to, text, expected) =>
    expect((await translate(text, to)).answer).toMatch(expected),
  );

  test('figures, currencies and dates come through', async () => {
    const { answer } = await translate('It cost $1,000.50, or €950, on 3 May 2024: 3.5% more.');
    for (const kept of ['$1,000.50', '€950', '3 de mayo de 2024', '3.5%']) expect(answer).toContain(kept);
  });

  test('each text is translated by itself: neither its neighbours nor a missing full stop touch another', async () => {
    const engine = apertiumEngine();
    const texts = ['The big', 'house burned', 'Prices rise', 'in Madrid.'];
    const together = await engine.translate({ texts, from: 'en', to: 'es' }, signal);
    const alone = await Promise.all(texts.map(async (text) => (await translate(text)).answer));
    await engine.close?.();
    expect(together).toEqual(alone);
  });

  test('a request that is stopped takes no other with it', async () => {
    const engine = apertiumEngine();
    const control = new AbortController();
    const ask = (text: string, stop: AbortSignal) => engine.translate({ texts: [text], from: 'en', to: 'es' }, stop);
    const [first, second] = await Promise.allSettled([
      ask('The river is long. '.repeat(2000), control.signal),
      ask('The road is short.', signal),
      Promise.resolve(control.abort()),
    ]);
    await engine.close?.();
    expect(first).toMatchObject({ status: 'rejected', reason: { kind: 'aborted' } });
    expect(second).toMatchObject({ status: 'fulfilled', value: ['La carretera es corta.'] });
  });
});

describe('pairs', () => {
  test.skipIf(!has('ru', 'uk'))('rus-ukr and ukr-rus, whose tagger does not run', async () => {
    expect((await translate('Премьер-министр сказал, что <g id="1">цены</g> выросли.', 'uk', 'ru')).answer).toBe(
      'Прем\'єр-міністр сказав, що <g id="1">ціни</g> виросли.',
    );
    expect((await translate('Ціни зросли.', 'ru', 'uk')).answer).toBe('Цены выросли.');
  });

  test.skipIf(!has('en', 'es') || !has('es', 'pt'))('through a language between, which the model tells', async () => {
    const engine = apertiumEngine({ via: 'es' });
    const { answer } = await translate('The <g id="1">red</g> car is expensive.', 'pt', 'en', engine);
    expect(answer).toMatch(/^O .* <g id="1">vermelho<\/g> é caro\.$/);
    expect(engine.modelFor?.('en', 'pt')).toBe('via es');
    expect(engine.modelFor?.('en', 'es')).toBeUndefined();
    await engine.close?.();
    const brazilian = apertiumEngine({ via: { 'pt-BR': 'es' } });
    expect((await translate('The red car', 'pt-BR', 'en', brazilian)).answer).toMatch(/vermelho/i);
    await brazilian.close?.();
  });

  test.skipIf(!has('en', 'es') || !has('es', 'pt') || has('en', 'pt'))(
    'a language between whose pairs are installed is proposed first',
    () => {
      expect(apertiumEngine().refuses?.('en', 'pt')?.help).toBe('Set "engines": { "apertium": { "via": "es" } } in the configuration.');
    },
  );

  test.skipIf(!has('es', 'it'))('Spanish opening signs do not stand in Italian', async () => {
    expect((await translate('¿Por qué?', 'it', 'es')).answer).not.toContain('¿');
  });

  test('a missing pair names the command that installs it', () => {
    const refused = (from: string, to: string, options = {}) => apertiumEngine({ dataFolder: '/nowhere', ...options }).refuses?.(from, to);
    expect(refused('en', 'es')).toMatchObject({
      name: 'KnownError',
      got: 'no Apertium on this machine',
      help: 'Run: apt-get install apertium apertium-eng-spa',
    });
    expect(refused('en', 'pt', { via: 'es' })).toMatchObject({
      help: 'Run: apt-get install apertium apertium-eng-spa apertium-es-pt',
    });
    expect(refused('en', 'pt')).toMatchObject({
      help: expect.stringMatching(/"via": "(es|ca|gl)".*apt-get install apertium apertium-\S+ apertium-/),
    });
    expect(refused('en', 'ja')).toMatchObject({ help: 'Choose another engine for this locale.' });
  });

  test('and nothing is sent to it', async () => {
    const asked = apertiumEngine({ dataFolder: '/nowhere' }).translate({ texts: ['x'], from: 'en', to: 'es' }, signal);
    await expect(asked).rejects.toMatchObject({ kind: 'stopped', pairOnly: true, help: 'Run: apt-get install apertium apertium-eng-spa' });
    expect(() => apertiumEngine({ through: 'es' })).toThrow(expect.objectContaining({ message: 'Unknown key "engines.apertium.through"' }));
  });
});
