/**
 * A real Marian student model without training: its weights are set by hand so that it translates piece by piece after a word
 * list. The architecture is that of the models that Firefox ships (transformer encoder, SSRU decoder), so the true engine runs.
 *
 * How: each piece's embedding is a code word in the dimensions where sinusoidal positions hardly change; the decoder's cross
 * attention looks at its own position (the other dimensions), and its feed-forward layer is the dictionary. Alignment is exact,
 * so tags come out at their words; characters are pieces, so a word without an entry comes out as it went in.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Matrix, marianBinary, sentencePieceModel, shortlist } from './files.ts';
import { balancedCodes } from './golay.ts';

export interface ModelSize {
  /** Of the embeddings; a multiple of 8. */
  readonly dimension?: number;
  readonly heads?: number;
  readonly encoderLayers?: number;
  readonly decoderLayers?: number;
  readonly feedForward?: number;
  /** Pieces that mean nothing, to give a vocabulary its true size. */
  readonly filler?: number;
}

/** The sizes of Firefox's two architectures: 17 and 31 megabytes. */
export const TINY: ModelSize = { dimension: 256, heads: 8, encoderLayers: 6, decoderLayers: 2, feedForward: 1536, filler: 31_000 };
export const BASE_MEMORY: ModelSize = { dimension: 384, heads: 8, encoderLayers: 6, decoderLayers: 2, feedForward: 1536, filler: 31_000 };

interface ModelFiles {
  readonly model: Buffer;
  readonly vocabulary: Buffer;
  readonly shortlist: Buffer;
}

const CHARACTERS = `▁${Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).join('')}¿¡áéíóúüñàèìòùçÁÉÍÓÚÑ“”‘’«»–—…€£°·`;

/**
 * @param words source and target, each one word
 * @param characters besides ASCII and Spanish letters: those that words without an entry may be written with
 */
export function dictionaryModel(words: readonly (readonly [string, string])[], size: ModelSize = {}, characters = ''): ModelFiles {
  const { dimension: D = 64, heads = 2, encoderLayers = 1, decoderLayers = 1, filler = 0 } = size;
  const { pieces, target, meaningful } = vocabulary(words, characters, filler);
  const V = pieces.length;
  const codes = balancedCodes();
  if (meaningful > codes.length) throw new Error(`${meaningful} pieces, but ${codes.length} codes`);
  // 769 is prime: neighbours in the vocabulary get codes that are far apart.
  const codeOf = (id: number) => codes[(id * 769) % codes.length] as number[];

  const half = D / 2;
  const still = Math.ceil(half * 0.62);
  const content = [...range(still, 12), ...range(half + still, 12)];
  const step = Math.max(1, Math.floor(Math.floor(half * 0.41) / 13));
  const position = range(0, 13).flatMap((i) => [i * step, half + i * step]);
  /** What a content dimension is after layer normalisation, when content is nearly all there is. */
  const unit = Math.sqrt(D / 24);
  const F = size.feedForward ?? Math.ceil(V / 64) * 64;

  const parameters = new Map<string, Matrix>();
  const embeddings = zeros(V, D);
  const scale = Math.sqrt(1 / (2 * D) / (1 - 24 / D));
  for (let id = 0; id < V; id++) for (const [at, dim] of content.entries()) put(embeddings, id, dim, scale * (codeOf(id)[at] ?? 0));
  // The largest weight sets the step with which the engine quantises the rest.
  put(embeddings, V - 1, 0, 2 * scale);
  parameters.set('Wemb', embeddings);

  const layerNorm = (name: string) => {
    const gain = zeros(1, D);
    gain.data.fill(1);
    parameters.set(`${name}_ln_scale`, gain);
    parameters.set(`${name}_ln_bias`, zeros(1, D));
  };
  const attention = (name: string, matrices: readonly [Matrix, Matrix, Matrix, Matrix]) => {
    for (const [at, part] of ['q', 'k', 'v', 'o'].entries()) {
      parameters.set(`${name}_W${part}`, matrices[at] as Matrix);
      parameters.set(`${name}_b${part}`, zeros(1, D));
    }
    layerNorm(`${name}_Wo`);
  };
  const feedForward = (name: string, inner: Matrix, bias: Matrix, outer: Matrix) => {
    parameters.set(`${name}_W1`, inner);
    parameters.set(`${name}_b1`, bias);
    parameters.set(`${name}_W2`, outer);
    parameters.set(`${name}_b2`, zeros(1, D));
    layerNorm(`${name}_ffn`);
  };
  const idleAttention = (name: string) => attention(name, [faint(D, D), faint(D, D), faint(D, D), faint(D, D)]);
  const idleFeedForward = (name: string) => feedForward(name, faint(D, F), zeros(1, F), faint(F, D));

  // What layer normalisation takes off every dimension shows in the first half of the content, which is balanced: it is put back.
  const byPosition = zeros(D, D);
  for (const [at, dim] of position.entries()) {
    put(byPosition, dim, at, 20);
    for (const c of content.slice(0, 12)) put(byPosition, c, at, -20 / 12);
  }
  const read = zeros(D, D);
  const written = zeros(D, D);
  for (const [at, dim] of content.entries()) {
    put(read, dim, at, 1);
    put(written, at, dim, 8);
  }
  const inner = zeros(D, F);
  const bias = zeros(1, F);
  const outer = zeros(F, D);
  bias.data.fill(-17 * unit);
  for (let id = 0; id < Math.min(V - filler, F); id++)
    for (const [at, dim] of content.entries()) {
      put(inner, dim, id, codeOf(id)[at] ?? 0);
      put(outer, id, dim, 2 * (codeOf(target[id] ?? id)[at] ?? 0));
    }
  for (let layer = 1; layer <= encoderLayers; layer++) {
    idleAttention(`encoder_l${layer}_self`);
    idleFeedForward(`encoder_l${layer}_ffn`);
  }
  for (let layer = 1; layer <= decoderLayers; layer++) {
    parameters.set(`decoder_l${layer}_rnn_W`, faint(D, D));
    parameters.set(`decoder_l${layer}_rnn_Wf`, faint(D, D));
    parameters.set(`decoder_l${layer}_rnn_bf`, zeros(1, D));
    layerNorm(`decoder_l${layer}_rnn_ffn`);
    if (layer < decoderLayers) {
      idleAttention(`decoder_l${layer}_context`);
      idleFeedForward(`decoder_l${layer}_ffn`);
    } else {
      attention(`decoder_l${layer}_context`, [byPosition, byPosition, read, written]);
      feedForward(`decoder_l${layer}_ffn`, inner, bias, outer);
    }
  }
  const logits = zeros(1, V);
  logits.data[V - 1] = -100;
  parameters.set('decoder_ff_logit_out_b', logits);

  const alphas: { [name: string]: number } = { Wemb: unit * 1.8, none: unit * 1.8 };
  for (const name of parameters.keys())
    if (/_W.?[12]?$/.test(name)) alphas[name] = name.endsWith('ffn_W2') ? 15 * unit : name.endsWith('ffn_W1') ? unit * 1.8 : 4;
  return {
    model: marianBinary(parameters, alphas, marianConfig(D, V, F, heads, encoderLayers, decoderLayers)),
    vocabulary: sentencePieceModel(pieces),
    shortlist: shortlist(target),
  };
}

function vocabulary(words: readonly (readonly [string, string])[], characters: string, filler: number) {
  const ids = new Map<string, number>();
  const pieces: { text: string; score: number }[] = [];
  const add = (text: string, score: number): number => {
    const known = ids.get(text);
    if (known !== undefined) return known;
    ids.set(text, pieces.length);
    return pieces.push({ text, score }) - 1;
  };
  add('</s>', 0);
  add('<unk>', 0);
  for (const character of CHARACTERS + characters) add(character, -10);
  const translations = words.map(([from, to]) => [add(`▁${from}`, -1), add(`▁${to}`, -1)] as const);
  const meaningful = pieces.length;
  for (let at = 0; at < filler; at++) add(`<filler${at}>`, -20);
  // The kernels take multiples of eight, and the last piece carries the scale.
  do add(`<pad${pieces.length}>`, -20);
  while (pieces.length % 8 !== 0);
  const target = pieces.map((_, id) => id);
  for (const [from, to] of translations) target[from] = to;
  target[1] = ids.get('?') ?? 1;
  return { pieces, target, meaningful };
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const zeros = (rows: number, cols: number): Matrix => ({ rows, cols, data: new Float32Array(rows * cols) });
function put(matrix: Matrix, row: number, col: number, value: number): void {
  matrix.data[row * matrix.cols + col] = value;
}
/** Nearly nothing: all zero has no step to quantise with. */
function faint(rows: number, cols: number): Matrix {
  const matrix = zeros(rows, cols);
  matrix.data[0] = 1e-4;
  return matrix;
}

function marianConfig(D: number, V: number, F: number, heads: number, encoderLayers: number, decoderLayers: number) {
  return {
    'dim-emb': D,
    'dim-vocabs': [V, V],
    type: 'transformer',
    'enc-depth': encoderLayers,
    'dec-depth': decoderLayers,
    'enc-cell': 'gru',
    'enc-cell-depth': 1,
    'enc-type': 'bidirectional',
    'dec-cell': 'ssru',
    'dec-cell-base-depth': 2,
    'dec-cell-high-depth': 1,
    'dim-rnn': 1024,
    'input-types': [],
    'layer-normalization': false,
    'lemma-dim-emb': 0,
    'output-omit-bias': false,
    'right-left': false,
    skip: false,
    'tied-embeddings': false,
    'tied-embeddings-all': true,
    'tied-embeddings-src': false,
    'transformer-aan-activation': 'swish',
    'transformer-aan-depth': 2,
    'transformer-aan-nogate': false,
    'transformer-decoder-autoreg': 'rnn',
    'transformer-dim-aan': 2048,
    'transformer-dim-ffn': F,
    'transformer-ffn-activation': 'relu',
    'transformer-ffn-depth': 2,
    'transformer-guided-alignment-layer': 'last',
    'transformer-heads': heads,
    'transformer-no-projection': false,
    'transformer-pool': false,
    'transformer-postprocess': 'dan',
    'transformer-postprocess-emb': 'd',
    'transformer-postprocess-top': '',
    'transformer-preprocess': '',
    'transformer-tied-layers': [],
    'transformer-train-positions': false,
    ulr: false,
    'ulr-dim-emb': 0,
    'ulr-trainable-transformation': false,
    version: 'v1.9.56 set by hand',
  };
}

/** Writes a pair's three files as they are named in Mozilla's registry, and returns their names. */
export function writeModel(folder: string, pair: string, files: ModelFiles): { model: string; vocab: string; lexicalShortlist: string } {
  mkdirSync(folder, { recursive: true });
  const names = { model: `model.${pair}.intgemm.alphas.bin`, vocab: `vocab.${pair}.spm`, lexicalShortlist: `lex.50.50.${pair}.s2t.bin` };
  writeFileSync(join(folder, names.model), files.model);
  writeFileSync(join(folder, names.vocab), files.vocabulary);
  writeFileSync(join(folder, names.lexicalShortlist), files.shortlist);
  return names;
}
