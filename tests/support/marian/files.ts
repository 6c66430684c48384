/** The three files of a model as Firefox ships them: Marian's binary weights, a SentencePiece vocabulary, a shortlist. */

export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float32Array;
}

/** Marian's type codes (common/types.h): class in the high byte, size in the low one. */
const FLOAT32 = 0x0404;
const INT8 = 0x0101;
const INTGEMM8 = 0x4101;

interface Item {
  readonly name: string;
  readonly type: number;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/**
 * Marian's binary format, version 1 (common/binary.cpp): headers, names, shapes, then each parameter's bytes, padded to 256.
 * @param alphas the largest value that goes into each product, by parameter: what the engine quantises its input with
 */
export function marianBinary(
  parameters: ReadonlyMap<string, Matrix>,
  alphas: Readonly<Record<string, number>>,
  config: Readonly<Record<string, unknown>>,
): Buffer {
  const items = [...parameters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, matrix]) => itemOf(name, matrix));
  for (const [name, most] of Object.entries(alphas))
    items.push({ name: `${name}_QuantMultA`, type: FLOAT32, shape: [1, 1], bytes: padded(bytesOf(Float32Array.of(127 / most))) });
  const yaml = new TextEncoder().encode(`${yamlOf(config)}\0`);
  items.push({ name: 'special:model.yml', type: INT8, shape: [yaml.length], bytes: padded(yaml) });
  const names = items.map(({ name }) => new TextEncoder().encode(`${name}\0`));
  const head = Buffer.concat([
    u64(1),
    u64(items.length),
    ...items.flatMap(({ type, shape, bytes }, at) => [u64(names[at]?.length ?? 0), u64(type), u64(shape.length), u64(bytes.length)]),
    ...names,
    ...items.map(({ shape }) => bytesOf(Int32Array.from(shape))),
  ]);
  const gap = (Math.floor((head.length + 8) / 256) + 1) * 256 - head.length - 8;
  return Buffer.concat([head, u64(gap), new Uint8Array(gap), ...items.map(({ bytes }) => bytes)]);
}

function itemOf(name: string, { rows, cols, data }: Matrix): Item {
  const shape = [rows, cols];
  const isProduct = /_W.?$|_W[12]$|^Wemb$/.test(name) && !name.includes('_ln_');
  if (!isProduct) return { name, type: FLOAT32, shape, bytes: padded(bytesOf(data)) };
  const isEmbedding = name === 'Wemb';
  const most = data.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  // Two products are added in sixteen bits, which full weights would overflow: half the range.
  const scale = Math.fround((isEmbedding ? 127 : 63) / most);
  const bytes = new Uint8Array(data.length + 4);
  const quantised = new Int8Array(bytes.buffer);
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++)
      quantised[isEmbedding ? row * cols + col : col * rows + row] = Math.round((data[row * cols + col] ?? 0) * scale);
  new DataView(bytes.buffer).setFloat32(data.length, scale, true);
  return { name, type: INTGEMM8, shape, bytes: padded(bytes) };
}

const bytesOf = (array: Float32Array | Int32Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

function padded(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil(bytes.length / 256) * 256);
  out.set(bytes);
  return out;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

const yamlOf = (config: Readonly<Record<string, unknown>>) =>
  `${Object.entries(config)
    .map(([key, value]) =>
      Array.isArray(value)
        ? `${key}:\n${value.length === 0 ? '  []' : value.map((one) => `  - ${one}`).join('\n')}`
        : `${key}: ${value === '' ? '""' : value}`,
    )
    .join('\n')}\n`;

export interface Piece {
  readonly text: string;
  readonly score: number;
}

/** A unigram model of SentencePiece (sentencepiece_model.proto): piece 0 is `</s>`, piece 1 `<unk>`; no normalisation. */
export function sentencePieceModel(pieces: readonly Piece[]): Buffer {
  const typeOf = (id: number) => (id === 0 ? 3 : id === 1 ? 2 : 1);
  const trainer = Buffer.concat([int(3, 1), int(4, pieces.length), int(40, 1), int64(41, -1n), int(42, 0)]);
  const normalizer = Buffer.concat([bytes(1, Buffer.from('identity')), int(3, 1), int(4, 1), int(5, 1)]);
  return Buffer.concat([
    ...pieces.map(({ text, score }, id) => bytes(1, Buffer.concat([bytes(1, Buffer.from(text)), float(2, score), int(3, typeOf(id))]))),
    bytes(2, trainer),
    bytes(3, normalizer),
  ]);
}

function varint(value: bigint): Buffer {
  const out: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    out.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(out);
}

const field = (number: number, wire: number, payload: Buffer) => Buffer.concat([varint(BigInt((number << 3) | wire)), payload]);
const bytes = (number: number, payload: Buffer) => field(number, 2, Buffer.concat([varint(BigInt(payload.length)), payload]));
const int64 = (number: number, value: bigint) => field(number, 0, varint(value));
const int = (number: number, value: number) => int64(number, BigInt(value));
function float(number: number, value: number): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeFloatLE(value);
  return field(number, 5, payload);
}

/** A binary shortlist (data/shortlist.h): which target pieces each source piece may become; here exactly one. */
export function shortlist(targets: readonly number[]): Buffer {
  const offsets = targets.length + 1;
  const out = Buffer.alloc(48 + offsets * 8 + targets.length * 4);
  const header = [0xf11a48d5013417f5n, 0n, 8n, 1n, BigInt(offsets), BigInt(targets.length)];
  for (const [at, value] of header.entries()) out.writeBigUInt64LE(value, at * 8);
  for (let at = 0; at < offsets; at++) out.writeBigUInt64LE(BigInt(at), 48 + at * 8);
  for (const [at, target] of targets.entries()) out.writeUInt32LE(target, 48 + offsets * 8 + at * 4);
  return out;
}
