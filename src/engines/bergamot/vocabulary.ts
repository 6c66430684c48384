/**
 * A model's source vocabulary: which characters it can read, and how many tokens a text has. SentencePiece's model file
 * (sentencepiece_model.proto): pieces with scores, of which a text is the likeliest sequence (Kudo 2018, the unigram model).
 */

export interface Vocabulary {
  /** Whether every character of a word is in some piece. */
  readonly knows: (word: string) => boolean;
  /** Tokens of a text without tags. */
  readonly count: (text: string) => number;
}

/** `ModelProto.SentencePiece.Type`: a piece of text; the others are control signs, unused ids and single bytes. */
const NORMAL = 1;
/** How SentencePiece writes a space. */
const SPACE = '▁';

/** @throws Error for bytes that are no such file */
export function readVocabulary(bytes: Uint8Array): Vocabulary {
  const scores = new Map<string, number>();
  const characters = new Set<string>();
  let longest = 1;
  let least = 0;
  let isFolded = false;
  for (const { number, payload } of fields(bytes)) {
    if (number === 3 && payload !== undefined) isFolded = foldsCharacters(payload);
    if (number !== 1 || payload === undefined) continue;
    const { text, score, type } = readPiece(payload);
    if (type !== NORMAL) continue;
    scores.set(text, score);
    for (const character of text) characters.add(character);
    longest = Math.max(longest, text.length);
    least = Math.min(least, score);
  }
  if (scores.size === 0) throw new Error('not a SentencePiece model: it has no pieces');
  // A character without a piece costs more than any piece (`kUnkPenalty` of SentencePiece is 10).
  const unknown = least - 10;
  const normalized = (text: string) => (isFolded ? text.normalize('NFKC') : text);
  return {
    knows: (word) => [...normalized(word)].every((character) => characters.has(character)),
    count: (text) => tokensOf(normalized(text), scores, longest, unknown),
  };
}

/** Whether the model's normalizer (`NormalizerSpec.name`) is one of NFKC: `nmt_nfkc`, which Firefox's models use, `nfkc_cf`. */
function foldsCharacters(normalizer: Uint8Array): boolean {
  for (const { number, payload } of fields(normalizer))
    if (number === 1 && payload !== undefined) return new TextDecoder().decode(payload).includes('nfkc');
  return false;
}

/** Viterbi over code units: the likeliest way to write a text in pieces. */
function tokensOf(text: string, scores: ReadonlyMap<string, number>, longest: number, unknown: number): number {
  const line = SPACE + text.trim().replace(/\s+/g, SPACE);
  const best = new Float64Array(line.length + 1).fill(Number.NEGATIVE_INFINITY);
  const count = new Uint32Array(line.length + 1);
  best[0] = 0;
  for (let start = 0; start < line.length; start++) {
    const here = best[start] as number;
    if (here === Number.NEGATIVE_INFINITY) continue;
    const single = line.codePointAt(start) === line.charCodeAt(start) ? 1 : 2;
    for (let end = start + 1; end <= Math.min(line.length, start + longest); end++) {
      const score = scores.get(line.slice(start, end)) ?? (end - start === single ? unknown : undefined);
      if (score === undefined || here + score <= (best[end] as number)) continue;
      best[end] = here + score;
      count[end] = (count[start] as number) + 1;
    }
    if (single === 2 && (best[start + 2] ?? Number.NEGATIVE_INFINITY) < here + unknown) {
      best[start + 2] = here + unknown;
      count[start + 2] = (count[start] as number) + 1;
    }
  }
  return count[line.length] as number;
}

function readPiece(bytes: Uint8Array): { text: string; score: number; type: number } {
  const piece = { text: '', score: 0, type: NORMAL };
  for (const { number, payload, value } of fields(bytes)) {
    if (number === 1 && payload !== undefined) piece.text = new TextDecoder().decode(payload);
    else if (number === 2 && payload !== undefined) piece.score = new DataView(payload.buffer, payload.byteOffset, 4).getFloat32(0, true);
    else if (number === 3) piece.type = value;
  }
  return piece;
}

interface Field {
  readonly number: number;
  /** Of a varint. */
  readonly value: number;
  /** Of a length-delimited or a 32-bit field. */
  readonly payload: Uint8Array | undefined;
}

/** The fields of a message in Protocol Buffers' wire format (protobuf.dev, "Encoding"). */
function* fields(bytes: Uint8Array): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; at < bytes.length; shift += 7) {
      const byte = bytes[at++] as number;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    throw new Error('not a SentencePiece model: it ends inside a number');
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new Error('not a SentencePiece model: it ends inside a field');
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = varint();
    const number = Math.floor(key / 8);
    const wire = key % 8;
    if (wire === 0) yield { number, value: varint(), payload: undefined };
    else if (wire === 1) take(8);
    else if (wire === 2) yield { number, value: 0, payload: take(varint()) };
    else if (wire === 5) yield { number, value: 0, payload: take(4) };
    else throw new Error(`not a SentencePiece model: wire type ${wire}`);
  }
}
