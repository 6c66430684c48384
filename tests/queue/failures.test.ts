import { assert, describe, expect, it } from 'vitest';
import { EngineError } from '../../src/errors.ts';
import { asEngineError, maybeBilled } from '../../src/queue/failures/failure.ts';
import { job, meteredQueue, numbered, outcomes, queueAround } from '../support/queue.ts';

const grpc = (code: number, message = 'no', more = {}) => Object.assign(new Error(message), { code, ...more });
const http = (status: number, more = {}) => Object.assign(new Error('no'), { status, ...more });
const translated = (count: number) => Array.from({ length: count }, (_, index) => `palabra ${index}`);

describe('the kind of an error', () => {
  it.each([
    ['gRPC 3', grpc(3), 'invalid', false],
    ['gRPC 4', grpc(4), 'unavailable', true],
    ['gRPC 7', grpc(7, 'Permission denied'), 'stopped', false],
    ['gRPC 7 over a rate', grpc(7, 'User Rate Limit Exceeded'), 'busy', false],
    ['gRPC 8', grpc(8), 'busy', false],
    ['gRPC 13', grpc(13), 'unavailable', false],
    ['gRPC 14', grpc(14), 'unavailable', false],
    ['gRPC 14 half way', grpc(14, 'Connection dropped'), 'unavailable', true],
    ['gRPC 16', grpc(16), 'stopped', false],
    ['HTTP 400', http(400), 'invalid', false],
    ['HTTP 401', http(401), 'stopped', false],
    ['HTTP 429', http(429), 'busy', false],
    ['HTTP 503', http(503), 'unavailable', false],
    ['HTTP 504', http(504), 'unavailable', true],
    ['nobody listens', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'unavailable', false],
    ['the line is cut', Object.assign(new Error('read'), { code: 'ECONNRESET' }), 'unavailable', true],
    ["a module's, to be tried again", Object.assign(new Error('later'), { retryable: true }), 'unavailable', false],
    ["a module's, with a time", Object.assign(new Error('later'), { retryable: true, retryAfterMs: 9 }), 'busy', false],
    ["a module's own fault", new TypeError('undefined is not a function'), 'invalid', false],
    ['not an error at all', 'boom', 'invalid', false],
  ])('%s', (_, error, kind, isUnknown) => {
    const ours = asEngineError(error, 'mine');
    expect(ours.kind).toBe(kind);
    expect(maybeBilled(ours)).toBe(isUnknown);
    expect(ours.message).toMatch(/^mine: /);
  });
});

const silent = (trap: string) =>
  Object.defineProperty({}, trap, {
    get: () => {
      throw new Error('looked at');
    },
  });

describe('whatever is thrown is told', () => {
  it.each<[unknown, string]>([
    [undefined, 'it threw undefined'],
    [null, 'it threw null'],
    ['', 'it threw an empty text'],
    ['a\nb', 'a b'],
    [42, 'it threw 42'],
    [10n, 'it threw 10'],
    [Symbol('x'), 'it threw Symbol(x)'],
    [{ reason: 'no' }, 'it threw {"reason":"no"}'],
    [Object.create(null), 'it threw {}'],
    [new Error(''), 'it threw Error without a message'],
    [Object.assign(new Error(''), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [new TypeError('no key'), 'TypeError: no key'],
    [silent('message'), 'it threw what cannot be read'],
    [silent('retryable'), 'it threw what cannot be read'],
    [silent('toJSON'), 'it threw what cannot be read'],
    [new Proxy({}, { getPrototypeOf: () => assert.fail() }), 'it threw what cannot be read'],
  ])('%#', (thrown, words) => {
    const ours = asEngineError(thrown, 'mine');
    expect(ours).toMatchObject({ name: 'EngineError', message: `mine: ${words}` });
    expect(maybeBilled(ours)).toBe(false);
  });
});

describe('busy', () => {
  it('holds all workers for the time that the engine asks for, and counts their refusals as one', async () => {
    const sentAt: number[] = [];
    const { clock, queue, times } = meteredQueue({
      latency: [50, 50],
      fails: (nth, at) => {
        sentAt.push(at);
        return nth <= 8 ? grpc(8, 'quota', { retryable: true, retryAfterMs: 10_000 }) : undefined;
      },
    });
    const start = clock.now();
    expect(await clock.run(outcomes(queue, numbered(120)))).toEqual(translated(120));
    const later = sentAt.filter((at) => at > start + 5_000);
    expect(sentAt.length - later.length).toBe(8);
    expect(Math.min(...later)).toBeGreaterThanOrEqual(start + 10_100);
    expect(Math.min(...later)).toBeLessThan(start + 11_000);
    expect([...times.values()].every((count) => count === 1)).toBe(true);
  });

  it('gives the engine up after so many attempts in a row, and not sooner than they take on average', async () => {
    const { clock, queue, billed } = meteredQueue({ fails: () => grpc(8) }, { limits: { attempts: 4 } });
    const start = clock.now();
    expect(new Set(await clock.run(outcomes(queue, numbered(50))))).toEqual(new Set(['busy!']));
    expect(billed).toEqual([]);
    // Pauses of up to 0.5, 1 and 2 s.
    expect(clock.now() - start).toBeGreaterThanOrEqual(1_750);
    expect(clock.now() - start).toBeLessThan(10_000);
  });

  it('waits no hour', async () => {
    const { clock, queue } = meteredQueue({ fails: () => grpc(8, 'daily', { retryAfterMs: 3_600_000 }) });
    expect(await clock.run(outcomes(queue, numbered(2)))).toEqual(['busy!', 'busy!']);
  });
});

describe('unavailable', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => [seed]))(
    'one of four refused, then gone for 20 s: nothing lost, nothing paid twice (%i)',
    async (seed) => {
      let start = 0;
      const { clock, queue, times } = meteredQueue(
        {
          fails: (nth, at) => {
            if (at - start > 2_000 && at - start < 22_000) return grpc(14, 'connect ECONNREFUSED');
            return nth % 4 === 0 ? grpc(8, 'quota') : undefined;
          },
        },
        { seed, limits: { charactersPerMinute: 60_000 } },
      );
      start = clock.now();
      expect(await clock.run(outcomes(queue, numbered(600)))).toEqual(translated(600));
      expect(clock.now() - start).toBeGreaterThan(22_000);
      expect([...times.values()].every((count) => count === 1)).toBe(true);
    },
  );

  it('asks a silent engine with one request at a time, and aborts it at the deadline', async () => {
    let open = 0;
    let most = 0;
    const { clock, queue, events } = queueAround(
      {
        name: 'silent',
        translate: (_, signal) => {
          most = Math.max(most, ++open);
          return new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              open--;
              reject(signal.reason);
            });
          });
        },
      },
      { limits: { timeoutSeconds: 5, attempts: 3 } },
    );
    expect(new Set(await clock.run(outcomes(queue, numbered(100))))).toEqual(new Set(['unavailable!']));
    expect(most).toBe(8);
    expect(open).toBe(0);
    // Eight at first, then one at each try.
    expect(events.filter(({ type }) => type === 'maybeBilled')).toHaveLength(10);
    expect(queue.usage.maybeBilled).toBeGreaterThan(0);
  });

  it('of one request while others are answered is looked for in its texts', async () => {
    const { clock, queue } = meteredQueue({ fails: (_nth, _at, texts) => (texts.includes('word 33') ? grpc(13) : undefined) });
    const wanted = translated(200);
    wanted[33] = 'unavailable!';
    expect(await clock.run(outcomes(queue, numbered(200)))).toEqual(wanted);
  });

  it('opens again after a minute', async () => {
    let isGone = true;
    const { clock, queue } = meteredQueue({ fails: () => (isGone ? grpc(14) : undefined) }, { limits: { attempts: 2 } });
    expect(await clock.run(outcomes(queue, numbered(1)))).toEqual(['unavailable!']);
    isGone = false;
    expect(await clock.run(outcomes(queue, numbered(1)))).toEqual(['unavailable!']);
    await clock.run(clock.sleep(60_000));
    expect(await clock.run(outcomes(queue, numbered(1)))).toEqual(['palabra 0']);
  });
});

describe('invalid', () => {
  it('halves the request until the bad text is alone', async () => {
    const { clock, queue, times } = meteredQueue({ fails: (_nth, _at, texts) => (texts.includes('word 5') ? grpc(3) : undefined) });
    const wanted = translated(14);
    wanted[5] = 'invalid!';
    expect(await clock.run(outcomes(queue, numbered(14)))).toEqual(wanted);
    expect([...times.values()].every((count) => count === 1)).toBe(true);
  });

  it('of everything in a pair of languages stops the pair, not the others', async () => {
    let refused = 0;
    const { clock, queue } = queueAround({
      name: 'no-xh',
      translate: async ({ texts, to }) => {
        if (to === 'xh' && ++refused > 0) throw grpc(3, 'unknown language');
        return [...texts];
      },
    });
    const results = await clock.run(Promise.all([outcomes(queue, numbered(500, { to: 'xh' })), outcomes(queue, numbered(500))]));
    expect(results[0]?.filter((kind) => kind === 'stopped!').length).toBeGreaterThan(400);
    expect(results[1]?.every((text) => text.startsWith('word'))).toBe(true);
    expect(refused).toBeLessThan(50);
  });
});

describe('a pair of languages that loses texts', () => {
  it('goes on where good answers come between: only losses in a row stop it', async () => {
    // Every second request is refused: far more than a stop needs, and never in a row.
    const { clock, queue } = meteredQueue(
      { fails: (nth) => (nth % 2 === 0 ? grpc(3) : undefined), limits: { textsPerRequest: 1 } },
      { limits: { concurrency: 1 } },
    );
    const results = await clock.run(outcomes(queue, numbered(100)));
    expect(results.filter((result) => result === 'invalid!')).toHaveLength(50);
    expect(results.filter((result) => result.startsWith('palabra'))).toHaveLength(50);
  });
});

describe('after the minute of a given up engine', () => {
  it('one failure more gives it up again, without all the attempts', async () => {
    let asked = 0;
    const fails = () => {
      asked++;
      return isSilent ? grpc(14) : grpc(8);
    };
    let isSilent = false;
    const { clock, queue } = meteredQueue({ fails }, { limits: { attempts: 6 } });
    expect(await clock.run(outcomes(queue, numbered(1)))).toEqual(['busy!']);
    expect(asked).toBeGreaterThanOrEqual(6);
    await clock.run(clock.sleep(60_000));
    // It refused before, and now it is silent: another failure, and still the last one.
    isSilent = true;
    asked = 0;
    expect(await clock.run(outcomes(queue, numbered(1)))).toEqual(['unavailable!']);
    expect(asked).toBe(1);
  });
});

describe('stopped', () => {
  it('ends everything that is not on the wire', async () => {
    const { clock, queue } = meteredQueue(
      { fails: (nth) => (nth === 3 ? grpc(16, 'who are you') : undefined) },
      { limits: { concurrency: 2 } },
    );
    const results = await clock.run(outcomes(queue, numbered(200)));
    expect(results.slice(0, 26)).toEqual(translated(26));
    expect(new Set(results.slice(100))).toEqual(new Set(['stopped!']));
    expect(await outcomes(queue, [job('later')])).toEqual(['stopped!']);
  });
});

describe('after a stop', () => {
  it('what comes back refused is not sent again', async () => {
    const { clock, queue, events } = meteredQueue({ fails: (nth) => (nth === 1 ? grpc(16) : grpc(8)) });
    expect(new Set(await clock.run(outcomes(queue, numbered(200))))).toEqual(new Set(['stopped!']));
    expect(events.filter(({ type }) => type === 'sent').length).toBeLessThanOrEqual(9);
  });
});

describe('an unusable answer', () => {
  const marked = 'a <g id="1">red</g> word';

  it.each([
    ['empty', '', 'answer!'],
    ['without its mark', 'una palabra', 'answer!'],
    ['with half a mark', 'una <g id="1">palabra', 'answer!'],
    ['with a mark twice', '<g id="1">una</g> <g id="1">roja</g>', 'answer!'],
    ['good', 'una palabra <g id="1">roja</g>', 'una palabra <g id="1">roja</g>'],
  ])('%s is tried alone, then without marks, then given up; the others are not paid again', async (_, answer, outcome) => {
    const { clock, queue, times } = meteredQueue({
      answer: (text) => (text.includes(' red') || text.includes('>red') ? answer : `(${text})`.replace(/^\((first|last)\)$/, '$1')),
    });
    expect(await clock.run(outcomes(queue, [job('first'), job(marked), job('last')]))).toEqual(['first', outcome, 'last']);
    expect(times.get('first')).toBe(1);
    expect(times.get(marked)).toBe(outcome === answer ? 1 : 2);
    expect(times.get('a red word') ?? 0).toBe(outcome === answer ? 0 : 1);
  });

  it('gets its marks back where the words tell their places', async () => {
    const words: Record<string, string> = { 'a red word': 'una palabra roja', red: 'Roja.', a: 'una', word: 'palabra' };
    const { clock, queue } = meteredQueue({ answer: (text) => words[text] ?? text.replace(/<[^>]*>/g, '') });
    expect(await clock.run(outcomes(queue, [job(marked)]))).toEqual(['una palabra <g id="1">roja</g>']);
  });

  it('with too few texts is looked for in halves', async () => {
    const { clock, queue } = queueAround({
      name: 'short',
      translate: async ({ texts }) => texts.filter((text) => text !== 'word 3'),
    });
    const wanted = numbered(8).map(({ text }) => text);
    wanted[3] = 'answer!';
    expect(await clock.run(outcomes(queue, numbered(8)))).toEqual(wanted);
  });

  it('to everything stops the pair of languages before it costs a fortune', async () => {
    const { clock, queue } = meteredQueue({ answer: () => '' });
    const results = await clock.run(outcomes(queue, numbered(2_000)));
    expect(results.filter((outcome) => outcome === 'stopped!').length).toBeGreaterThan(1_500);
    expect(queue.usage.characters).toBeLessThan(6_000);
  });

  it('that is no list at all is no answer', async () => {
    const { clock, queue } = queueAround({ name: 'odd', translate: async () => ({ texts: 'no' }) as unknown as string[] });
    expect(await clock.run(outcomes(queue, numbered(1)))).toEqual(['answer!']);
  });

  it('that the engine itself calls bad is treated alike', async () => {
    const { clock, queue } = meteredQueue({
      fails: (_nth, _at, texts) => (texts.includes('word 1') ? new EngineError('answer', 'chatter') : undefined),
    });
    expect(await clock.run(outcomes(queue, numbered(3)))).toEqual(['palabra 0', 'answer!', 'palabra 2']);
    // Three together, two and one; the bad one alone, and alone once more: all of it was worked for.
    expect(queue.usage).toMatchObject({ maybeBilled: 0 });
    expect(queue.usage.characters).toBeGreaterThan(18);
  });
});
