/** Apertium: rule-based translation on this machine, without a network. One persistent pipeline a direction. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Text } from '../article.ts';
import { EngineError, KnownError } from '../errors.ts';
import { type NameEvidence, nameEvidence } from '../names/source-names.ts';
import { sentences } from '../sentences.ts';
import { fromFragment, toFragment, words } from '../text.ts';
import { type Analyser, openAnalyser } from './apertium/analyser.ts';
import { atomsOf, unknownWords } from './apertium/decode.ts';
import { corrected, reworded } from './apertium/errata.ts';
import { finish } from './apertium/finish.ts';
import { candidatesIn, type KeptNames, protectNames, restoreNames, STAND_INS } from './apertium/kept-names.ts';
import { installedModes, type Mode, pipelineOf } from './apertium/modes.ts';
import { installCommand } from './apertium/packages.ts';
import { type Pipe, startPipe } from './apertium/pipe.ts';
import { restorePairs } from './apertium/restore-marks.ts';
import { apertiumOptions, routeOf } from './apertium/route.ts';
import { encode } from './apertium/stream.ts';
import type { Engine, EngineRemarks, TextContext } from './engine.ts';
import { parseOptions } from './options.ts';

/** @throws KnownError for options that are not usable */
export function apertiumEngine(entry: Readonly<Record<string, unknown>> = {}): Engine {
  const options = parseOptions(apertiumOptions, entry, 'engines.apertium');
  const { dataFolder } = options;
  const directions = new Map<string, Direction>();
  const direction = (mode: Mode): Direction => {
    const known = directions.get(mode.name) ?? openDirection(mode);
    directions.set(mode.name, known);
    return known;
  };
  // Asked for every text, and what is installed does not change within a run.
  const routes = new Map<string, ReturnType<typeof routeOf>>();
  const route = (from: string, to: string) => {
    const pair = `${from} ${to}`;
    const known = routes.get(pair) ?? routeOf(from, to, options);
    routes.set(pair, known);
    return known;
  };
  return {
    name: 'apertium',
    // On news it scores half of what a second human translator does (16 BLEU against 33, 48 chrF against 60).
    quality: 'draft',
    // A request is one write to the pipeline; all its texts are in flight together.
    limits: { textsPerRequest: 200 },
    modelFor: (from, to) => {
      const steps = route(from, to);
      return steps instanceof KnownError || steps[1] === undefined ? undefined : `via ${steps[1].from}`;
    },
    refuses: (from, to) => {
      const steps = route(from, to);
      return steps instanceof KnownError ? steps : undefined;
    },
    pairs: () => installedModes(dataFolder).filter(({ variant }) => variant === undefined),
    translate: async ({ texts, from, to, report, contexts }, signal) => {
      if (signal.aborted) throw new EngineError('aborted', 'apertium: stopped');
      let answers = texts.map((fragment) => fromFragment(fragment, []));
      const unknown = texts.map((): string[] => []);
      const steps = route(from, to);
      if (steps instanceof KnownError) throw stopOf(steps);
      let evidence: readonly NameEvidence[] | undefined = answers.map((text, at) => aroundText(text, contexts?.[at], from));
      for (const mode of steps) {
        const step = await direction(mode).translate(answers, evidence, signal);
        // The answer of the first step is another language's.
        evidence = undefined;
        answers = step.map(({ text }) => text);
        for (const [at, { remarks }] of step.entries()) unknown[at]?.push(...(remarks.unknown ?? []));
      }
      for (const [at, list] of unknown.entries()) if (list.length > 0) report?.(at, { unknown: [...new Set(list)] });
      return answers.map(toFragment);
    },
    close: async () => {
      for (const { close } of directions.values()) close();
      directions.clear();
    },
  };
}

interface Direction {
  /** @param evidence what is told of the names of each text; undefined where none are to be kept */
  translate(
    texts: readonly Text[],
    evidence: readonly NameEvidence[] | undefined,
    signal: AbortSignal,
  ): Promise<{ text: Text; remarks: EngineRemarks }[]>;
  close(): void;
}

/** A direction's pipeline, started by the first request; one that was killed is replaced by the next. */
function openDirection(mode: Mode): Direction {
  let started: Promise<Pipe> | undefined;
  let pipe: Pipe | undefined;
  let closed = false;
  let analyser: Analyser | undefined;
  /** A name that the pair knows and leaves as it is; undefined where it has none. */
  let standIn: string | undefined;
  const stopped = () => new EngineError('aborted', `apertium ${mode.name}: stopped`);
  const start = async (signal: AbortSignal): Promise<Pipe> => {
    pipe = undefined;
    const script = await scriptOf(mode);
    if (closed) throw stopped();
    pipe = startPipe(script, mode.name);
    await tryCanary(pipe, mode, signal);
    analyser ??= openAnalyser(script, mode);
    if (analyser !== undefined) standIn = await standInOf(pipe, analyser, signal);
    return pipe;
  };
  const ready = async (signal: AbortSignal): Promise<Pipe> => {
    while (!signal.aborted && !closed) {
      if (pipe?.alive === false) started = undefined;
      started ??= start(signal);
      const awaited = started;
      try {
        return await awaited;
      } catch (error) {
        if (started === awaited) started = undefined;
        // Another request began the start, and was stopped: this one begins it again.
        if (!(error instanceof EngineError && error.kind === 'aborted')) throw error;
      }
    }
    throw stopped();
  };
  return {
    close: () => {
      closed = true;
      analyser?.close();
      pipe?.kill();
    },
    translate: async (texts, evidence, signal) => {
      const kept = evidence === undefined ? undefined : await protect(texts, evidence, signal);
      const answers = await ask(kept?.map(({ text }) => text) ?? texts, signal);
      if (kept === undefined) return answers.map((answer, at) => finished(answer, texts[at] as Text));
      const restored = answers.map(({ text }, at) => restoreNames(text, kept[at]?.names ?? [], standIn ?? ''));
      // Where a name got lost on the way, the text is translated as it is.
      const lost = texts.map((_, at) => at).filter((at) => restored[at] === undefined);
      const again =
        lost.length === 0
          ? []
          : await ask(
              lost.map((at) => texts[at] as Text),
              signal,
            );
      return texts.map((text, at) => {
        const answer = restored[at] === undefined ? again[lost.indexOf(at)] : { ...answers[at], text: restored[at] };
        return finished(answer as Answer, text);
      });
    },
  };

  function finished({ text, remarks, isSource }: Answer, source: Text): { text: Text; remarks: EngineRemarks } {
    return { text: isSource === true ? source : finish(text, source, mode.to), remarks };
  }

  async function protect(texts: readonly Text[], evidence: readonly NameEvidence[], signal: AbortSignal): Promise<KeptNames[] | undefined> {
    const candidates = texts.flatMap((text, at) => candidatesIn(text, mode.from, evidence[at] as NameEvidence).map(({ name }) => name));
    if (candidates.length === 0) return undefined;
    await ready(signal);
    if (analyser === undefined || standIn === undefined) return undefined;
    const names = await analyser.names(candidates, signal);
    return texts.map((text, at) => protectNames(text, mode.from, evidence[at] as NameEvidence, standIn ?? '', (word) => names.has(word)));
  }

  async function ask(texts: readonly Text[], signal: AbortSignal): Promise<Answer[]> {
    const encoded = texts.map((text) => encode(reworded(text, mode)));
    const lines = encoded.map(({ line }) => line).filter((line) => line !== '');
    const answers = lines.length === 0 ? [] : await (await ready(signal)).ask(lines, signal);
    let next = 0;
    return texts.map((text, at) => {
      const source = encoded[at] as (typeof encoded)[number];
      if (source.line === '') return { text, remarks: {}, isSource: true };
      const answer = corrected(answers[next++] ?? '', mode);
      // A lone word that has no translation of its own (`will`): asked again it would come back empty again.
      if (!/[\p{L}\p{N}]/u.test(answer.replace(/\[[^[\]]*\]/g, '')))
        return { text, remarks: { unknown: words(text).match(/\p{L}+/gu) ?? [] }, isSource: true };
      return { text: restorePairs(atomsOf(answer, source), source.tree), remarks: { unknown: unknownWords(answer) } };
    });
  }
}

interface Answer {
  readonly text: Text;
  /** It is the source: there was nothing to translate. */
  readonly isSource?: true;
  readonly remarks: EngineRemarks;
}

/** What a text and its surroundings tell of names: never the other texts of a request, so that an answer is the same alone. */
function aroundText(text: Text, context: TextContext | undefined, from: string): NameEvidence {
  return nameEvidence([words(text), ...sentences(context?.before ?? '', from), ...sentences(context?.after ?? '', from)], from);
}

/** The first of the names that a pair knows as one, and leaves as it is. */
async function standInOf(pipe: Pipe, analyser: Analyser, signal: AbortSignal): Promise<string | undefined> {
  const known = await analyser.names(STAND_INS, signal);
  const answers = await pipe.ask([...STAND_INS], signal);
  return STAND_INS.find((name, at) => known.has(name) && answers[at]?.trim() === name);
}

const run = promisify(execFile);

async function scriptOf(mode: Mode): Promise<string> {
  try {
    const { stdout } = await run('apertium-wblank-mode', ['-z', mode.path]);
    return pipelineOf(mode, stdout);
  } catch (error) {
    throw new EngineError('stopped', 'apertium: the command apertium-wblank-mode is missing: not installed, or older than 3.8', {
      help: `Run: ${installCommand([])}`,
      cause: error,
    });
  }
}

/** A pair that is missing, to the queue. */
const stopOf = (error: KnownError) =>
  new EngineError('stopped', error.message, { pairOnly: true, cause: error, ...(error.help === undefined ? {} : { help: error.help }) });

/** A sentence that every pair knows words of. */
const CANARIES: Readonly<Record<string, string>> = {
  en: 'The house is big.',
  es: 'La casa es grande.',
  ru: 'Дом большой.',
  uk: 'Великий дім.',
};

/** @throws EngineError `stopped` where the pair answers nothing: its model and this version of Apertium do not go together */
async function tryCanary(pipe: Pipe, mode: Mode, signal: AbortSignal): Promise<void> {
  const canary = CANARIES[mode.from] ?? '2024.';
  const detail = { pairOnly: true, help: `Try: echo "${canary}" | apertium ${mode.name}` };
  const answer = await pipe.ask([canary], signal).catch((error: EngineError) => {
    if (error.kind === 'aborted') throw error;
    throw new EngineError('stopped', error.message, { ...detail, cause: error });
  });
  if (/[\p{L}\p{N}]/u.test(answer[0] ?? '')) return;
  pipe.kill();
  throw new EngineError('stopped', `apertium ${mode.name} answers nothing to "${canary}"`, detail);
}
