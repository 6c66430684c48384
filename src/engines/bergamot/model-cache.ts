/** The models on this machine, by hash, in a folder that all projects share. */

import { createHash, hash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { KnownError } from '../../errors.ts';
import { fileBytes, fileText } from '../../files/bytes.ts';
import { isProcessAlive } from '../../process-alive.ts';
import { assertModelFile, type ModelFileKind } from './model-files.ts';
import { isAddress } from './registry.ts';

/** A file to be had, with what is known of it. */
interface Wanted {
  readonly path: string;
  readonly sha256?: string | undefined;
  readonly bytes?: number | undefined;
  /** What it must be, where its hash is not known. */
  readonly kind?: ModelFileKind;
}

export interface Got {
  readonly sha256: string;
  readonly bytes: number;
}

export interface ModelCache {
  readonly pathOf: (sha256: string) => string;
  readonly has: (file: { readonly sha256: string; readonly bytes: number }) => boolean;
  /** Takes a file out that is not what its name says: a disk has spoilt it. */
  readonly drop: (file: { readonly sha256: string }) => void;
  /**
   * The file from `base`, unpacked and checked, in the cache afterwards. Goes on where an earlier download was cut off.
   * @throws KnownError where it cannot be had or is not the file that was asked for; nothing of it stays then
   */
  readonly fetch: (base: string, wanted: Wanted, signal: AbortSignal, onBytes?: (bytes: number) => void) => Promise<Got>;
}

/** `$XDG_CACHE_HOME/dragoman/models` (XDG Base Directory Specification), by default below `~/.cache`. */
export function defaultCacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dragoman', 'models');
}

/** No model that Firefox ships has a file of more than 60 MB. */
const MOST_BYTES = 1_000_000_000;
/** A server that sends nothing for so long sends nothing more. */
const STALL_MS = 30_000;

export function openCache(folder: string): ModelCache {
  const pathOf = (sha256: string) => join(folder, sha256);
  const has: ModelCache['has'] = ({ sha256, bytes }) => statSync(pathOf(sha256), { throwIfNoEntry: false })?.size === bytes;
  return {
    pathOf,
    has,
    drop: ({ sha256 }) => onDisk(folder, () => rmSync(pathOf(sha256), { force: true })),
    fetch: async (base, wanted, signal, onBytes) => {
      onDisk(folder, () => mkdirSync(folder, { recursive: true }));
      const packed = isAddress(base)
        ? await download(folder, new URL(wanted.path, `${base.replace(/\/*$/, '/')}`).href, signal, onBytes)
        : undefined;
      const source = packed?.path ?? join(base, wanted.path);
      const unpacked = join(folder, `unpacked-${process.pid}-${hash('sha256', source).slice(0, 12)}`);
      try {
        const got = await unpack(source, unpacked, wanted, signal);
        if (wanted.kind !== undefined) assertModelFile(wanted.kind, fileBytes(unpacked));
        renameSync(unpacked, pathOf(got.sha256));
        return got;
      } catch (error) {
        if (signal.aborted) throw error;
        throw isOfDisk(error) ? unwritable(folder, error) : unusable(source, base, wanted, error);
      } finally {
        rmSync(unpacked, { force: true });
        // Kept only while it is incomplete: a whole one is either in the cache now or wrong.
        packed?.discard();
      }
    },
  };
}

/** A download that is whole. */
interface Packed {
  readonly path: string;
  readonly discard: () => void;
}

/**
 * A file as the server has it. A part that is there already is gone on with, if the server still has the same file
 * (`If-Range`, RFC 9110, 13.1.5); another process that downloads the same file has a part of its own.
 */
async function download(folder: string, url: string, signal: AbortSignal, onBytes?: (bytes: number) => void): Promise<Packed> {
  const shared = join(folder, `part-${hash('sha256', url).slice(0, 24)}`);
  const isOurs = claim(`${shared}.owner`);
  const path = isOurs ? shared : `${shared}-${process.pid}`;
  const discard = () => {
    for (const end of ['', '.etag', ...(isOurs ? ['.owner'] : [])]) rmSync(path + end, { force: true });
  };
  try {
    const etag = existsSync(`${path}.etag`) ? fileText(`${path}.etag`) : undefined;
    let have = etag === undefined ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
    const stalled = new AbortController();
    const watch = setTimeout(() => stalled.abort(new Error(`no byte for ${STALL_MS / 1000} seconds`)), STALL_MS);
    try {
      const response = await fetch(url, {
        headers: { 'Accept-Encoding': 'identity', ...(have > 0 && etag !== undefined && { Range: `bytes=${have}-`, 'If-Range': etag }) },
        signal: AbortSignal.any([signal, stalled.signal]),
      });
      if (response.status === 416) {
        discard();
        throw new Error('the part on this machine is longer than the file');
      }
      if (!response.ok || response.body === null) throw new Error(`${response.status} ${response.statusText}`);
      if (response.status !== 206) have = 0;
      const validator = response.headers.get('etag');
      if (have === 0) rmSync(path, { force: true });
      // What a server packs for the way comes unpacked here: neither its length nor a rest of it is known.
      const isPacked = response.headers.has('content-encoding');
      // A weak validator does not promise the same bytes.
      if (validator !== null && !validator.startsWith('W/') && !isPacked) writeFileSync(`${path}.etag`, validator);
      else rmSync(`${path}.etag`, { force: true });
      const length = response.headers.get('content-length');
      const whole = length === null || isPacked ? undefined : have + Number(length);
      // Written at once, so that the body is never held up: where a server closes the connection meanwhile, the `fetch` of Node 24 ends
      // the program by an assertion that nothing can catch (nodejs/undici#5360).
      const out = openSync(path, 'a');
      try {
        for await (const chunk of response.body) {
          watch.refresh();
          writeFileSync(out, chunk);
          have += chunk.length;
          onBytes?.(chunk.length);
          if (have > MOST_BYTES) throw new Error(`more than ${MOST_BYTES / 1_000_000} MB`);
        }
      } finally {
        closeSync(out);
      }
      if (whole !== undefined && have < whole) throw new Error(`cut off at ${have} of ${whole} bytes`);
      return { path, discard };
    } finally {
      clearTimeout(watch);
    }
  } catch (error) {
    // The part stays for the next try; another process may go on with it.
    if (isOurs) rmSync(`${shared}.owner`, { force: true });
    if (signal.aborted) throw error;
    if (isOfDisk(error)) throw unwritable(folder, error);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new KnownError('A translation model could not be downloaded', {
      expected: url,
      got: cause instanceof Error ? cause.message : String(cause),
      help: 'Run the command again: it goes on where it stopped. Without a network, set "engines.bergamot.registry" to a folder.',
      cause: error,
    });
  }
}

/** Whether this process may use the shared part: nobody has it, or who had it is gone. */
function claim(path: string): boolean {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      if (isProcessAlive(Number(readIfThere(path)))) return false;
      rmSync(path, { force: true });
    }
  }
  return false;
}

function readIfThere(path: string): string | undefined {
  try {
    return fileText(path);
  } catch {
    return undefined;
  }
}

/** @throws Error where it is not what was wanted */
async function unpack(source: string, target: string, wanted: Wanted, signal: AbortSignal): Promise<Got> {
  const sum = createHash('sha256');
  let bytes = 0;
  const most = wanted.bytes ?? MOST_BYTES;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > most) throw new Error(`more than the ${most} bytes that it should have`);
      sum.update(chunk);
      yield chunk;
    }
  };
  const out = createWriteStream(target);
  if (wanted.path.endsWith('.gz') && (await isGzip(source)))
    await pipeline(createReadStream(source), createGunzip(), counted, out, { signal });
  else await pipeline(createReadStream(source), counted, out, { signal });
  const sha256 = sum.digest('hex');
  if (wanted.bytes !== undefined && bytes !== wanted.bytes) throw new Error(`${bytes} bytes instead of ${wanted.bytes}`);
  if (wanted.sha256 !== undefined && sha256 !== wanted.sha256.toLowerCase()) throw new Error(`SHA-256 ${sha256}`);
  if (bytes === 0) throw new Error('an empty file');
  return { sha256, bytes };
}

/** A server that names the packing in a header has its `.gz` unpacked on the way (RFC 1952 has the two bytes). */
async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/** Whether the file system refused: no room, no right, a file where a folder should be. */
function isOfDisk(error: unknown): error is Error {
  const { syscall = '' } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException;
  return /^(?:open|write|mkdir|rename|unlink|rm|close|f?stat)$/.test(syscall);
}

/** @throws KnownError where the file system refuses */
function onDisk(folder: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw isOfDisk(error) ? unwritable(folder, error) : error;
  }
}

const unwritable = (folder: string, error: Error) =>
  new KnownError('A translation model cannot be kept on this machine', {
    expected: `room and the right to write in ${folder}`,
    got: error.message,
    help: 'Give it room or the right, or name another folder: export XDG_CACHE_HOME=/path/to/a/folder',
    cause: error,
  });

const unusable = (source: string, base: string, wanted: Wanted, error: unknown) =>
  new KnownError('A translation model is not the one that was asked for', {
    expected: wanted.sha256 === undefined ? `a whole file ${wanted.path}` : `SHA-256 ${wanted.sha256} of ${wanted.path}`,
    got: `${error instanceof Error ? error.message : String(error)}, from ${isAddress(base) ? base : source}`,
    help: 'It was not kept. Run "dragoman engines install" again; if it stays so, the registry has another file under that name.',
    cause: error,
  });
