/** Models on their way to this machine: a registry on 127.0.0.1 that cuts, lies, redirects and is slow. */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCache } from '../../src/engines/bergamot/model-cache.ts';
import { install, missingModels, noModel, routeBetween } from '../../src/engines/bergamot/models.ts';
import { PINS_FILE, type Pin, type PinnedFile, pinnedFiles, readPins, writePins } from '../../src/engines/bergamot/pins.ts';
import { bergamotEngine, modelStorage } from '../../src/engines/bergamot.ts';
import { ENGLISH_SPANISH, writeRegistry } from '../support/bergamot.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PAGE = '<html>Sign in</html>';

type Handler = (request: IncomingMessage, response: ServerResponse, bytes: Buffer) => void;

const folder = temporaryFolder();
/** What the server does with a file instead of sending it. */
let faults = new Map<RegExp, Handler>();
let asked: { path: string; range: string | undefined }[] = [];
const server = createServer((request, response) => {
  const path = decodeURIComponent(request.url ?? '');
  asked.push({ path, range: request.headers.range });
  const plain = join(folder, 'registry', path.replace(/\.gz$/, ''));
  if (!existsSync(plain)) return void response.writeHead(404).end();
  const bytes = path.endsWith('.gz') ? gzipSync(readFileSync(plain)) : readFileSync(plain);
  const fault = [...faults].find(([pattern]) => pattern.test(path));
  if (fault !== undefined) return fault[1](request, response, bytes);
  whole(request, response, bytes);
});

/** A file, or its rest from a byte on, as RFC 9110 has it. */
function whole(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const same = request.headers['if-range'] === '"one"';
  const rest = from > 0 && same ? bytes.subarray(from) : bytes;
  response.writeHead(rest === bytes ? 200 : 206, { etag: '"one"', 'content-length': rest.length });
  response.end(rest);
}

/** The cache of the project that was made last. */
let cacheFolder = '';
const hasPart = () =>
  existsSync(cacheFolder) &&
  readdirSync(cacheFolder).some((name) => /^part-[0-9a-f-]+$/.test(name) && statSync(join(cacheFolder, name)).size > 0);

/** Cuts once the client has kept a part: what is on its way when a connection breaks may be lost. */
const cutOff: Handler = (_, response, bytes) => {
  response.writeHead(200, { etag: '"one"', 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
  const cut = () => void (hasPart() ? response.destroy() : setImmediate(cut));
  cut();
};

let base = '';
beforeAll(async () => {
  writeRegistry(join(folder, 'registry'), {
    'en-es': { words: ENGLISH_SPANISH },
    'es-en': { words: [['casa', 'house']] },
    'en-uk': { words: [['the', 'цей']], characters: 'цей' },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/models.json`;
});
afterAll(() => void server.close());

/** A project of its own, with a cache of its own. */
function project(registry = base) {
  const root = temporaryFolder();
  const env = { XDG_CACHE_HOME: join(root, 'cache') };
  const entry = { registry };
  const place = modelStorage(entry, root, env);
  cacheFolder = place.cacheFolder;
  const signal = new AbortController().signal;
  const installAll = async (...targets: string[]) => {
    const { registry: list, missing } = await missingModels(place, 'en', targets, signal);
    if (list !== undefined) for (const one of missing) await install(place, list, one, signal);
  };
  const translate = async (to: string, ...texts: string[]) => {
    const engine = bergamotEngine(entry, root, env);
    try {
      return await engine.translate({ texts, from: 'en', to }, signal);
    } finally {
      await engine.close?.();
    }
  };
  /** What is usable in the cache. */
  const cached = () => (existsSync(place.cacheFolder) ? readdirSync(place.cacheFolder).filter((name) => /^[0-9a-f]{64}$/.test(name)) : []);
  return { root, env, entry, place, installAll, translate, cached };
}

/** What the registry says of a pair's weights. */
function listed(pair: string): { uncompressedHash: string } {
  const { models } = JSON.parse(readFileSync(join(folder, 'registry/models.json'), 'utf8')) as {
    models: Record<string, [{ files: { model: { uncompressedHash: string } } }] | undefined>;
  };
  const [entry] = models[pair] ?? [];
  if (entry === undefined) throw new Error(`no ${pair}`);
  return entry.files.model;
}

function faulty(pattern: RegExp, handler: Handler): void {
  faults = new Map([[pattern, handler]]);
  asked = [];
}

describe('install', () => {
  test('all files of a model are pinned by hash, and the engine translates with them', async () => {
    faults = new Map();
    const { root, installAll, translate, cached } = project();
    await installAll('es');
    const pin = readPins(root)['en>es'];
    expect(pin?.license).toBe('MPL-2.0');
    expect(
      pinnedFiles(pin as NonNullable<typeof pin>)
        .map(({ sha256 }) => sha256)
        .sort(),
    ).toEqual(cached().sort());
    expect(await translate('es', 'The house is big.')).toEqual(['El casa es grande.']);
  });

  test('what is pinned stays when another direction is added, and the file is the same whatever the order', async () => {
    faults = new Map();
    const [one, other] = [project(), project()];
    await one.installAll('es');
    await one.installAll('uk');
    await other.installAll('uk', 'es');
    expect(readFileSync(join(one.root, PINS_FILE), 'utf8')).toBe(readFileSync(join(other.root, PINS_FILE), 'utf8'));
  });

  test.each<[string, RegExp, Handler, RegExp]>([
    ['a file that is not there', /lex/, (_, response) => void response.writeHead(404).end(), /404/],
    ['a server in trouble', /vocab/, (_, response) => void response.writeHead(503).end(), /503/],
    ['a transfer that is cut off', /model\.enes/, cutOff, /cut off|terminated|other side closed/],
    [
      'another file of the same size',
      /model\.enes/,
      (_, response, bytes) => {
        response.writeHead(200);
        response.end(Buffer.from(bytes).fill(7, 1000, 1001));
      },
      /SHA-256/,
    ],
    [
      'a file that is too long',
      /model\.enes/,
      (_, response, bytes) => {
        response.writeHead(200);
        response.end(Buffer.concat([bytes, bytes]));
      },
      /more than the/,
    ],
    ['an empty file', /lex/, (_, response) => void response.writeHead(200).end(), /empty/],
    ['a page instead of the list', /models\.json/, (_, response) => void response.writeHead(200).end('<html>Sign in</html>'), /<html>/],
    [
      'a list without end',
      /models\.json/,
      (_, response) => {
        const more = () => {
          while (response.write('x'.repeat(1_000_000)));
        };
        response
          .writeHead(200)
          .on('drain', more)
          .on('error', () => {});
        more();
      },
      /more than 20 MB/,
    ],
    // The list has no hash of these two, and what is pinned stays.
    ['a page instead of a vocabulary', /vocab/, (_, response) => void response.writeHead(200).end(PAGE), /no vocabulary.*<html>Sign in/],
    ['a page instead of a shortlist', /lex/, (_, response) => void response.writeHead(200).end(PAGE), /no shortlist.*<html>Sign in/],
    [
      'a part of a shortlist',
      /lex/,
      (_, response, bytes) => void response.writeHead(200).end(bytes.subarray(0, bytes.length - 8)),
      /no shortlist/,
    ],
    ['a list of another shape', /models\.json/, (_, response) => void response.writeHead(200).end('{"models": []}'), /models/],
  ])('%s is told in three lines, and nothing of it is used', async (_, pattern, handler, got) => {
    faulty(pattern, handler);
    const { root, installAll, cached } = project();
    await expect(installAll('es')).rejects.toMatchObject({ name: 'KnownError', got: expect.stringMatching(got), help: expect.any(String) });
    expect(existsSync(join(root, PINS_FILE))).toBe(false);
    const { uncompressedHash: hash } = listed('en-es');
    if (/model\.enes/.test(pattern.source)) expect(cached()).not.toContain(hash);
    // The same project, once the server is well again.
    faults = new Map();
    await installAll('es');
    expect(cached()).toContain(hash);
  });

  test('a download goes on where it was cut off', async () => {
    faulty(/model\.enes/, cutOff);
    const { installAll, translate } = project();
    await expect(installAll('es')).rejects.toThrow('could not be downloaded');
    faults = new Map();
    asked = [];
    await installAll('es');
    expect(asked.find(({ path }) => /model\.enes/.test(path))?.range).toMatch(/^bytes=[1-9]\d*-$/);
    expect(await translate('es', 'The river is long.')).toEqual(['El río es largo.']);
  });

  test('a part of a file that the server has changed since is not gone on with', async () => {
    faulty(/model\.enes/, cutOff);
    const { installAll, cached } = project();
    await expect(installAll('es')).rejects.toThrow();
    // The same bytes under another validator: the rest alone would not be sent.
    faulty(/model\.enes/, (_, response, bytes) => {
      response.writeHead(200, { etag: '"two"', 'content-length': bytes.length });
      response.end(bytes);
    });
    await installAll('es');
    expect(cached().length).toBe(3);
  });

  test('a server that closes each connection, as one of HTTP/1.0 does, sends a file of true size whole', async () => {
    let bytes = Buffer.alloc(0);
    const closing = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => {
        // The body comes by itself, and the end of the connection with it.
        const send = () => void setImmediate(() => socket.end(bytes));
        socket.write(`HTTP/1.0 200 OK\r\nContent-Length: ${bytes.length}\r\n\r\n`, send);
      });
    });
    await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve));
    const cache = openCache(join(temporaryFolder(), 'cache'));
    const address = `http://127.0.0.1:${(closing.address() as AddressInfo).port}/`;
    for (const size of [100_000, 121_344, 66_000, 2_000_000, 100_000, 121_344]) {
      bytes = Buffer.alloc(size, 'model');
      const got = await cache.fetch(address, { path: 'file' }, new AbortController().signal);
      expect(got).toEqual({ bytes: size, sha256: createHash('sha256').update(bytes).digest('hex') });
    }
    closing.close();
  });

  test('gz, a redirect and a slow server', async () => {
    faults = new Map([
      [
        /^\/moved/,
        (_, response) => {
          response.writeHead(302, { location: '/models.json' });
          response.end();
        },
      ],
      [
        /vocab\.enes/,
        (_, response, bytes) => {
          response.writeHead(200);
          for (const at of [0, 1, 2])
            setTimeout(() => response.write(bytes.subarray((at * bytes.length) / 3, ((at + 1) * bytes.length) / 3)), at * 5);
          setTimeout(() => response.end(), 20);
        },
      ],
    ]);
    const list = readFileSync(join(folder, 'registry/models.json'), 'utf8').replace(/\.bin"/g, '.bin.gz"');
    faults.set(/models\.json/, (_, response) => void response.writeHead(200).end(list));
    writeFileSync(join(folder, 'registry/moved'), '');
    const { root, installAll, translate } = project(base.replace('models.json', 'moved'));
    await installAll('es');
    expect(readPins(root)['en>es']?.model).toMatchObject({ name: 'model.enes.intgemm.alphas.bin', path: expect.stringMatching(/\.gz$/) });
    expect(await translate('es', 'The house is red.')).toEqual(['El casa es rojo.']);
  });

  test('a server that says in a header that a file is packed, and so has it unpacked on the way; a hash in capitals', async () => {
    const list = readFileSync(join(folder, 'registry/models.json'), 'utf8');
    const said = list.replace(/\.bin"/g, '.bin.gz"').replace(/[0-9a-f]{64}/g, (hash) => hash.toUpperCase());
    faults = new Map<RegExp, Handler>([
      [/models\.json/, (_, response) => void response.writeHead(200).end(said)],
      [
        /\.gz$/,
        (_, response, bytes) =>
          void response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bytes.length, etag: '"one"' }).end(bytes),
      ],
    ]);
    const { installAll, translate } = project();
    await installAll('es');
    expect(await translate('es', 'The house is red.')).toEqual(['El casa es rojo.']);
  });

  test('a folder that cannot be written is told with the way to another', async () => {
    faults = new Map();
    const { root, installAll } = project();
    writeFileSync(join(root, 'cache'), 'a file');
    await expect(installAll('es')).rejects.toMatchObject({
      message: 'A translation model cannot be kept on this machine',
      got: expect.stringMatching(/^(?:ENOTDIR|EEXIST)/),
      help: expect.stringContaining('XDG_CACHE_HOME'),
    });
  });

  test('a pair without a model goes by way of English', async () => {
    faults = new Map();
    const { root, env, entry, place } = project();
    const signal = new AbortController().signal;
    const { registry, missing } = await missingModels(place, 'es', ['uk'], signal);
    expect(missing.map(({ direction }) => direction)).toEqual(['es>en', 'en>uk']);
    for (const one of missing) await install(place, registry as NonNullable<typeof registry>, one, signal);
    const engine = bergamotEngine(entry, root, env);
    expect(engine.modelFor?.('es', 'uk')).toMatch(/^[0-9a-f]{12}\+[0-9a-f]{12}$/);
    expect(await engine.translate({ texts: ['La casa.'], from: 'es', to: 'uk' }, signal)).toEqual(['La house.']);
    await engine.close?.();
  });

  test('a language that the registry lacks keeps none of the others from being installed, and is told with those that it has', async () => {
    faults = new Map();
    const { place } = project();
    const { registry, missing, without } = await missingModels(place, 'en', ['gl', 'es', 'vi'], new AbortController().signal);
    expect(missing.map(({ direction }) => direction)).toEqual(['en>es']);
    expect(without).toEqual(['gl', 'vi']);
    expect(noModel(registry as NonNullable<typeof registry>, 'en', without)).toMatchObject({
      message: 'There is no model for en -> gl, vi',
      expected: 'one of es, uk',
    });
  });
});

describe('what is pinned', () => {
  test('is fetched where the cache lacks it, and never under offline', async () => {
    faults = new Map();
    const one = project();
    await one.installAll('es');
    const clone = project();
    writeFileSync(join(clone.root, PINS_FILE), readFileSync(join(one.root, PINS_FILE)));
    asked = [];
    const engine = bergamotEngine({ ...clone.entry, offline: true }, clone.root, clone.env);
    await expect(engine.translate({ texts: ['The house.'], from: 'en', to: 'es' }, new AbortController().signal)).rejects.toMatchObject({
      kind: 'stopped',
      pairOnly: true,
    });
    expect(asked).toEqual([]);
    expect(await clone.translate('es', 'The house.')).toEqual(['El casa.']);
  });

  test('a mirror that has other bytes under the same name is refused', async () => {
    faults = new Map();
    const one = project();
    await one.installAll('es');
    const clone = project();
    writeFileSync(join(clone.root, PINS_FILE), readFileSync(join(one.root, PINS_FILE)));
    faulty(/vocab\.enes/, (_, response, bytes) => void response.writeHead(200).end(Buffer.from(bytes).fill(65, 40, 41)));
    await expect(clone.translate('es', 'The house.')).rejects.toMatchObject({ kind: 'stopped' });
    faults = new Map();
  });

  test('a file with conflict markers is told', async () => {
    const { root, entry, env } = project();
    writeFileSync(join(root, PINS_FILE), '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n');
    expect(() => bergamotEngine(entry, root, env)).toThrow(`${PINS_FILE} is not usable`);
  });

  test.each(['model', 'shortlist', 'vocabulary'] as const)(
    'a %s that was spoilt in the cache is fetched again, and not used',
    async (which) => {
      faults = new Map();
      const { root, place, env, entry, installAll, translate } = project();
      await installAll('es');
      const pin = readPins(root)['en>es'] as Pin;
      const { sha256 } = which === 'vocabulary' ? (pin.vocabularies[0] as PinnedFile) : pin[which];
      const path = join(place.cacheFolder, sha256);
      const good = readFileSync(path);
      const bad = Buffer.from(good);
      bad.writeUInt8(255 - good.readUInt8(good.length >> 1), good.length >> 1);
      writeFileSync(path, bad);
      const offline = bergamotEngine({ ...entry, offline: true }, root, env);
      const signal = new AbortController().signal;
      await expect(offline.translate({ texts: ['The house.'], from: 'en', to: 'es' }, signal)).rejects.toMatchObject({ kind: 'stopped' });
      await offline.close?.();
      writeFileSync(path, bad);
      expect(await translate('es', 'The house is red.')).toEqual(['El casa es rojo.']);
      expect(readFileSync(path)).toEqual(good);
    },
  );

  test('a broken model ends its pair, and others go on', async () => {
    faults = new Map();
    const { root, entry, env, installAll, place } = project();
    await installAll('es', 'uk');
    const pins = readPins(root);
    const { model } = pins['en>uk'] as Pin;
    const broken = Buffer.alloc(model.bytes, 1);
    const sha256 = createHash('sha256').update(broken).digest('hex');
    writeFileSync(join(place.cacheFolder, sha256), broken);
    writePins(root, { 'en>uk': { ...(pins['en>uk'] as Pin), model: { ...model, sha256 } } });
    const engine = bergamotEngine(entry, root, env);
    const signal = new AbortController().signal;
    await expect(engine.translate({ texts: ['the'], from: 'en', to: 'uk' }, signal)).rejects.toMatchObject({
      kind: 'stopped',
      pairOnly: true,
    });
    expect(await engine.translate({ texts: ['The house.'], from: 'en', to: 'es' }, signal)).toEqual(['El casa.']);
    await engine.close?.();
  });
});

describe('two processes, one cache', () => {
  const script = (root: string, cache: string) => `
    import { modelStorage } from ${JSON.stringify(join(import.meta.dirname, '../../src/engines/bergamot.ts'))};
    import { install, missingModels } from ${JSON.stringify(join(import.meta.dirname, '../../src/engines/bergamot/models.ts'))};
    const place = modelStorage({ registry: ${JSON.stringify(base)} }, ${JSON.stringify(root)}, { XDG_CACHE_HOME: ${JSON.stringify(cache)} });
    const signal = new AbortController().signal;
    const { registry, missing } = await missingModels(place, 'en', ['es'], signal);
    for (const one of missing) await install(place, registry, one, signal);
    console.log('installed');`;
  const run = (root: string, cache: string) =>
    spawn(process.execPath, ['--input-type=module', '-e', script(root, cache)], { stdio: ['ignore', 'pipe', 'inherit'] });

  test('both have whole files', async () => {
    faults = new Map();
    const [one, other] = [project(), project()];
    const runs = [run(one.root, one.env.XDG_CACHE_HOME), run(other.root, one.env.XDG_CACHE_HOME)];
    expect(await Promise.all(runs.map(async (child) => (await once(child, 'exit'))[0]))).toEqual([0, 0]);
    expect(one.cached().length).toBe(3);
    expect(readdirSync(one.place.cacheFolder).filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
  });

  test('one that is killed in a download leaves a part that the next goes on with', async () => {
    const { root, env, installAll, translate } = project();
    let isHalf = false;
    faulty(/model\.enes/, (_, response, bytes) => {
      response.writeHead(200, { etag: '"one"', 'content-length': bytes.length });
      response.write(bytes.subarray(0, bytes.length / 2));
      isHalf = true;
    });
    const child = run(root, env.XDG_CACHE_HOME);
    // However long a busy machine takes from the wire to the disk.
    await expect.poll(() => isHalf && hasPart(), { timeout: 20_000 }).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    faults = new Map();
    asked = [];
    await installAll('es');
    expect(asked.find(({ path }) => /model\.enes/.test(path))?.range).toMatch(/^bytes=/);
    expect(await translate('es', 'The house.')).toEqual(['El casa.']);
  });
});

test('routes: direct before pivot, scripts apart', () => {
  const directions = ['en>es', 'es>en', 'en>de', 'en>zh', 'en>zh_hant'];
  expect(routeBetween(directions, 'en-GB', 'es-MX')).toEqual(['en>es']);
  expect(routeBetween(directions, 'es', 'de')).toEqual(['es>en', 'en>de']);
  expect(routeBetween(directions, 'en', 'zh-TW')).toEqual(['en>zh_hant']);
  expect(routeBetween(directions, 'en', 'zh-Hans')).toEqual(['en>zh']);
  expect(routeBetween(['en>zh'], 'en', 'zh-HK')).toBeUndefined();
  expect(routeBetween(directions, 'de', 'es')).toBeUndefined();
  expect(routeBetween(['en>no'], 'en', 'nb-NO')).toEqual(['en>no']);
  expect(routeBetween(['en>nb', 'en>nn'], 'en', 'no')).toEqual(['en>nb']);
  expect(routeBetween(['en>no', 'en>nb'], 'en', 'nb')).toEqual(['en>nb']);
  expect(routeBetween(['en>he'], 'en', 'iw')).toEqual(['en>he']);
  expect(routeBetween(['en>sr', 'en>x!'], 'en', 'sr-Latn')).toBeUndefined();
});
