// Loaded before the program. From the FAULT_AT-th write of a file on, counted from 1, the disk is full: half of what is written arrives
// (FAULT=full); or the process is killed in the middle of that write (FAULT=kill). How many there were is told in FAULT_COUNT.
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const { FAULT, FAULT_AT, FAULT_COUNT } = process.env;
const place = Number(FAULT_AT);
const counts = { full: 0, kill: 0 };
const original = { ...fs };

const isOwn = (target) => /[/\\]\.dragoman[/\\]/.test(String(target));

function isFaulty(target, isWrite = true) {
  // The journal and the caches of the program are made again; terminals are no files.
  if (typeof target === 'number' ? target <= 2 : isOwn(target)) return false;
  counts.kill++;
  if (isWrite) counts.full++;
  return counts[FAULT === 'kill' ? 'kill' : 'full'] >= place && (isWrite || FAULT === 'kill');
}

function fail(write, half) {
  try {
    if (half !== undefined) write(half);
  } finally {
    if (FAULT === 'kill') process.kill(process.pid, 'SIGKILL');
  }
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write', errno: -28 });
}

const halfOf = (content) => content.slice(0, Math.floor(content.length / 2));

fs.writeFileSync = (target, content, ...rest) => {
  if (!isFaulty(target)) return original.writeFileSync(target, content, ...rest);
  return fail(
    (half) => original.writeFileSync(target, half, ...rest),
    typeof content === 'object' || typeof content === 'string' ? halfOf(content) : undefined,
  );
};
fs.copyFileSync = (from, to, ...rest) => {
  if (!isFaulty(to)) return original.copyFileSync(from, to, ...rest);
  return fail((half) => original.writeFileSync(to, half), halfOf(original.readFileSync(from)));
};
for (const name of ['renameSync', 'rmSync', 'mkdirSync'])
  fs[name] = (target, ...rest) => {
    // A full disk keeps nobody from renaming and removing. What is staged in the program's own folder takes a file's place.
    const place = name === 'renameSync' && isOwn(target) ? rest[0] : target;
    if (!isFaulty(place, name === 'mkdirSync' && !original.existsSync(place))) return original[name](target, ...rest);
    return fail(() => {}, undefined);
  };
const probe = await open(process.execPath, 'r');
const handle = Object.getPrototypeOf(probe);
await probe.close();
const writeFile = handle.writeFile;
handle.writeFile = async function (content, ...rest) {
  if (!isFaulty(3)) return writeFile.call(this, content, ...rest);
  await writeFile.call(this, halfOf(content), ...rest);
  return fail(() => {}, undefined);
};
syncBuiltinESMExports();
if (FAULT_COUNT !== undefined) process.on('exit', () => original.writeFileSync(FAULT_COUNT, JSON.stringify(counts)));
