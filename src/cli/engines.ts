/** `dragoman engines`: which engines can be used here, for which locales, and what the others need. */

import { builtInEngines, openEngine } from '../adapters.ts';
import { isLocale } from '../config/locale.ts';
import { engineChainFor, parseConfig } from '../config.ts';
import { targetsOf } from '../edition/collections.ts';
import type { Engine } from '../engines/engine.ts';
import { KnownError } from '../errors.ts';
import { openProject, type Project } from '../project/project.ts';
import { projectRoot } from '../project/root.ts';
import type { LanguagePair } from '../queue/jobs/job.ts';
import { plannedPairs } from '../session/choices.ts';
import { type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

interface EngineState {
  readonly name: string;
  readonly engine: Engine | undefined;
  /** What it lacks: a key, an option, a module. */
  readonly fault: KnownError | undefined;
  /** Whether it gives second opinions. */
  readonly isSecond: boolean;
  /** For each pair: whether the configuration names the engine there, and what the pair lacks. */
  readonly pairs: readonly PairState[];
}

interface PairState extends LanguagePair {
  readonly chosen: boolean;
  readonly fault: KnownError | undefined;
}

/** Sends nothing: a key that is there is not tried. */
export const runEngines: RunCommand = async (_args, options, context) => {
  const isAlone = context.config === undefined && projectRoot(context.cwd) === undefined;
  const project = isAlone ? withoutConfiguration(context.cwd, text(options.to)) : openProject(context.cwd, context.config);
  const locales = askedLocales(project, text(options.to));
  const names = [...new Set([...builtInEngines, ...Object.keys(project.config.engines)])];
  const pairs = plannedPairs(project, locales);
  const states = await Promise.all(names.map((name) => stateOf(project, name, pairs)));
  if (context.json) printJson(states, context.print);
  else for (const line of lines(states)) context.print(line);
  await Promise.all(states.map(({ engine }) => engine?.close?.()));
  return exit.done;
};

/** Which engines there are can be asked before there is a project: for English, as the configuration that `init` writes. */
function withoutConfiguration(cwd: string, to: string | undefined): Project {
  const targetLocales = (to ?? 'es').split(',').map((locale) => locale.trim());
  return { root: cwd, config: parseConfig({ sourceLocale: targetLocales.includes('en') ? 'es' : 'en', targetLocales }, '--to') };
}

/** Any locale may be asked about, also one that the project has not got yet. */
function askedLocales(project: Project, to: string | undefined): readonly string[] {
  if (to === undefined) return targetsOf(project.config);
  const locales = to.split(',').map((locale) => locale.trim());
  const unknown = locales.find((locale) => !isLocale(locale));
  if (unknown === undefined) return locales;
  throw new KnownError(`--to: "${unknown}" is not a locale`, {
    expected: 'BCP 47 locales such as es,pt-BR',
    got: to,
    help: 'Correct the locale.',
  });
}

async function stateOf(project: Project, name: string, pairs: readonly LanguagePair[]): Promise<EngineState> {
  const isSecond = project.config.secondOpinion === name;
  const isChosen = (to: string) => targetsOf(project.config).includes(to) && engineChainFor(project.config, to).includes(name);
  try {
    const engine = await openEngine(project, name);
    const states = pairs.map(({ from, to }) => ({ from, to, chosen: isChosen(to), fault: engine.refuses?.(from, to) }));
    return { name, engine, fault: undefined, isSecond, pairs: states };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return {
      name,
      engine: undefined,
      fault: error,
      isSecond,
      pairs: pairs.map((pair) => ({ ...pair, chosen: isChosen(pair.to), fault: error })),
    };
  }
}

/** A line an engine, then what is missing: first for the locales that the configuration gives to it. */
function lines(states: readonly EngineState[]): string[] {
  const width = Math.max(...states.map(({ name }) => name.length));
  const out = states.map(({ name, engine, fault, isSecond, pairs }) => {
    const used = [...new Set(pairs.filter(({ chosen }) => chosen).map(({ to }) => to))];
    const isAble = pairs.some((pair) => pair.fault === undefined);
    const state = fault !== undefined ? 'not ready' : isAble ? 'ready    ' : 'no pair  ';
    const can = fault?.message ?? [...Map.groupBy(pairs, ({ from }) => from)].map(ablePairs).join('; ');
    const model = engine?.model === undefined ? '' : ` (${engine.model})`;
    return `${name.padEnd(width)}  ${state}  ${can}${model}${used.length === 0 ? '' : `; used for ${used.join(', ')}`}${isSecond ? '; second opinion' : ''}`;
  });
  for (const { name, engine, fault, isSecond, pairs } of states) {
    const installed = engine?.pairs?.() ?? [];
    if (installed.length > 0) out.push('', `${name} has ${installed.map((pair) => `${pair.from} -> ${pair.to}`).join(', ')}`);
    if (fault !== undefined && (isSecond || pairs.some(({ chosen }) => chosen)))
      out.push('', `${name}: ${fault.message}. ${fault.help ?? ''}`.trimEnd());
    if (fault === undefined)
      for (const pair of pairs)
        if (pair.fault !== undefined) out.push('', `${pair.from} -> ${pair.to}: ${pair.fault.message}. ${pair.fault.help ?? ''}`.trimEnd());
  }
  return out;
}

function ablePairs([from, pairs]: readonly [string, readonly PairState[]]): string {
  const able = pairs.filter(({ fault }) => fault === undefined).map(({ to }) => to);
  return `${from} -> ${able.join(', ') || 'none of these locales'}`;
}

function printJson(states: readonly EngineState[], print: (line: object) => void): void {
  for (const { name, engine, fault, isSecond, pairs } of states) {
    print({
      type: 'engine',
      name,
      ready: fault === undefined,
      ...(isSecond && { secondOpinion: true }),
      ...(engine?.model === undefined ? {} : { model: engine.model }),
      ...need(fault),
    });
    for (const { from, to, chosen, fault: lack } of pairs)
      print({ type: 'pair', engine: name, from, to, ready: lack === undefined, chosen, ...need(lack) });
    for (const pair of engine?.pairs?.() ?? []) print({ type: 'installed', engine: name, from: pair.from, to: pair.to, name: pair.name });
  }
  print({ type: 'summary', engines: states.length, ready: states.filter(({ fault }) => fault === undefined).length });
}

const need = (fault: KnownError | undefined) =>
  fault === undefined ? {} : { message: fault.message, expected: fault.expected, got: fault.got, help: fault.help };
