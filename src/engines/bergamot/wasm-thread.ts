/**
 * A thread that runs Bergamot's WebAssembly (Marian). The package's own worker does not start in Node 24 (it is CommonJS inside an
 * ES module package), so only its two generated files are used: the glue script, evaluated here, and the WebAssembly beside it.
 */

import { parentPort, workerData } from 'node:worker_threads';
import { fileBytes, fileText } from '../../files/bytes.ts';

/** The files of one direction, already in memory that all threads share. */
export interface ModelData {
  /** The pinned hash: two models with one key are the same bytes. */
  readonly key: string;
  readonly model: Uint8Array<SharedArrayBuffer>;
  readonly shortlist: Uint8Array<SharedArrayBuffer>;
  /** One for both languages, or the source's and the target's. */
  readonly vocabularies: readonly Uint8Array<SharedArrayBuffer>[];
  /** `int8shiftAlphaAll` for weights with precomputed alphas, else `int8shiftAll`. */
  readonly precision: string;
}

/** One HTML text through one model, or two by way of a third language. */
export interface Ask {
  readonly id: number;
  readonly html: string;
  readonly keys: readonly string[];
  /** Models that this thread has not got yet. */
  readonly load: readonly ModelData[];
  /** Models that it may let go. */
  readonly drop: readonly string[];
}

/** `fatal`: the instance is unusable afterwards, and the thread is to be replaced. */
export type Reply =
  | { readonly ready: true }
  | { readonly id: number; readonly html: string; readonly score: number | undefined }
  | { readonly id: number; readonly error: string }
  | { readonly fatal: string };

/** What is used of WebAssembly's JavaScript interface; TypeScript has its types among those of browsers alone. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => object;
}

interface Memory {
  getByteArrayView(): Uint8Array;
}
interface Deletable {
  delete(): void;
}
interface List<Item> extends Deletable {
  push_back(item: Item): void;
}
interface Response extends Deletable {
  getTranslatedText(): string;
}
interface Responses extends Deletable {
  get(at: number): Response;
}
interface Bergamot {
  readonly asm: Readonly<Record<string, (...args: number[]) => number>>;
  readonly AlignedMemory: new (size: number, alignment: number) => Memory & Deletable;
  readonly AlignedMemoryList: new () => List<Memory>;
  readonly TranslationModel: new (config: string, model: Memory, shortlist: Memory, vocabularies: List<Memory>, quality: null) => Deletable;
  readonly BlockingService: new (options: {
    cacheSize: number;
  }) => {
    translate(model: Deletable, texts: List<string>, options: List<object>): Responses;
    translateViaPivoting(first: Deletable, second: Deletable, texts: List<string>, options: List<object>): Responses;
  };
  readonly VectorString: new () => List<string>;
  readonly VectorResponseOptions: new () => List<object>;
}

/** The seven products of integers that Firefox does natively; elsewhere the instance brings fallbacks of its own. */
const FALLBACKS = {
  int8_prepare_a: 'int8PrepareAFallback',
  int8_prepare_b: 'int8PrepareBFallback',
  int8_prepare_b_from_transposed: 'int8PrepareBFromTransposedFallback',
  int8_prepare_b_from_quantized_transposed: 'int8PrepareBFromQuantizedTransposedFallback',
  int8_prepare_bias: 'int8PrepareBiasFallback',
  int8_multiply_and_add_bias: 'int8MultiplyAndAddBiasFallback',
  int8_select_columns_of_b: 'int8SelectColumnsOfBFallback',
};

const port = parentPort;
if (port === null) throw new Error('runs in a worker thread');
const { script, wasm } = workerData as { script: string; wasm: string };
const complaints: string[] = [];
const lastComplaints = () => complaints.slice(-2).join(' ');
const reply = (message: Reply) => port.postMessage(message);

const instance = {
  print: () => {},
  printErr: (line: string) => complaints.push(line),
  onAbort: () => reply({ fatal: lastComplaints() || 'the WebAssembly instance aborted' }),
  instantiateWasm(imports: object, accept: (instance: object) => void) {
    const products = Object.entries(FALLBACKS).map(([name, fallback]) => [name, (...args: number[]) => call(fallback, args)]);
    const { Module, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
    const module = new Module(fileBytes(wasm));
    accept(new Instance(module, { ...imports, wasm_gemm: Object.fromEntries(products) }));
    return {};
  },
  onRuntimeInitialized: () => serve(instance as unknown as Bergamot),
};
const call = (name: string, args: number[]) => (instance as unknown as Bergamot).asm[name]?.(...args);

// The glue script is made for a browser's worker: it takes `Module`, and asks `self` where it was loaded from.
new Function('Module', 'self', fileText(script))(instance, { location: { href: '' } });

function serve(bergamot: Bergamot): void {
  const service = new bergamot.BlockingService({ cacheSize: 0 });
  const models = new Map<string, Deletable>();
  port?.on('message', ({ id, html, keys, load, drop }: Ask) => {
    try {
      for (const key of drop) {
        models.get(key)?.delete();
        models.delete(key);
      }
      for (const data of load) models.set(data.key, openModel(bergamot, data));
      const [first, second] = keys.map((key) => models.get(key) as Deletable) as [Deletable, Deletable | undefined];
      const texts = new bergamot.VectorString();
      const options = new bergamot.VectorResponseOptions();
      texts.push_back(html);
      options.push_back({ qualityScores: true, alignment: true, html: true });
      const responses =
        second === undefined ? service.translate(first, texts, options) : service.translateViaPivoting(first, second, texts, options);
      const answer = responses.get(0).getTranslatedText();
      for (const used of [texts, options, responses]) used.delete();
      reply({ id, ...withoutScores(answer) });
    } catch (error) {
      reply({ id, error: lastComplaints() || String(error) });
    }
  });
  reply({ ready: true });
}

/** Marian's own options; a short text gains nothing from a beam, and the models were distilled for `beam-size: 1`. */
function openModel(bergamot: Bergamot, { model, shortlist, vocabularies, precision }: ModelData): Deletable {
  const config = [
    'beam-size: 1',
    'normalize: 1.0',
    'word-penalty: 0',
    'cpu-threads: 0',
    `gemm-precision: ${precision}`,
    'skip-cost: false',
    'alignment: soft',
    'quiet: true',
    'quiet-translation: true',
    'max-length-break: 128',
    'mini-batch-words: 1024',
    'workspace: 128',
    'max-length-factor: 2.0',
    // The text is one sentence already: it is not to be cut again.
    'ssplit-mode: sentence',
    '',
  ].join('\n');
  const memory = (bytes: Uint8Array, alignment: number) => {
    const copy = new bergamot.AlignedMemory(bytes.length, alignment);
    copy.getByteArrayView().set(bytes);
    return copy;
  };
  const list = new bergamot.AlignedMemoryList();
  for (const vocabulary of vocabularies) list.push_back(memory(vocabulary, 64));
  // Alignments that Marian's kernels ask for: 256 bytes for weights, 64 for the rest.
  return new bergamot.TranslationModel(config, memory(model, 256), memory(shortlist, 64), list, null);
}

const SCORE = /<font\b[^>]*?x-bergamot-sentence-score="([^"]*)"[^>]*>/g;

/** Scores come as `<font>` elements around sentences and words; the answer is without them. */
function withoutScores(answer: string): { html: string; score: number | undefined } {
  const scores = [...answer.matchAll(SCORE)].map((match) => Number(match[1])).filter(Number.isFinite);
  const html = answer.replace(/<\/?font\b[^>]*>/g, '');
  return { html, score: scores.length === 0 ? undefined : scores.reduce((a, b) => a + b, 0) / scores.length };
}
