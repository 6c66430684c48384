/** `dragoman engines`: which engines can be used here, for which locales, and what the others need. */

import { builtInEngines, openEngine } from '../adapters.ts';
import { isLocale } from '../config/locale.ts';
import { engineChainFor, parseConfig } from '../config.ts';
import type { Engine } from '../engines/engine.ts';
import { KnownError } from '../errors.ts';
import { openProject, type Project } from '../project/project.ts';
import { projectRoot } from '../project/root.ts';
import { type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

interface EngineState {
  readonly name: string;
  readonly engine: Engine | undefined;
  /** What it lacks: a key, an option, a module. */
  readonly fault: KnownError | undefined;
  /** Whether it gives second opinions. */
  readonly isSecond: boolean;
  /** For each target locale: whether the configuration names it there, and what the pair lacks. */
  readonly pairs: readonly PairState[];
}

interface PairState {
  readonly to: string;
  readonly chosen: boolean;
  readonly fault: KnownError | undefined;
}

/** Sends nothing: a key that is there is not tried. */
export const runEngines: RunCommand = async (_args, options, context) => {
  const isAlone = context.config === undefined && projectRoot(context.cwd) === undefined;
  const project = isAlone ? withoutConfiguration(context.cwd, text(options.to)) : openProject(context.cwd, context.config);
  const locales = askedLocales(project, text(options.to));
  const names = [...new Set([...builtInEngines, ...Object.keys(project.config.engines)])];
  const states = await Promise.all(names.map((name) => stateOf(project, name, locales)));
  if (context.json) printJson(states, project.config.sourceLocale, context.print);
  else for (const line of lines(states, project.config.sourceLocale)) context.print(line);
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
  if (to === undefined) return project.config.targetLocales;
  const locales = to.split(',').map((locale) => locale.trim());
  const unknown = locales.find((locale) => !isLocale(locale));
  if (unknown === undefined) return locales;
  throw new KnownError(`--to: "${unknown}" is not a locale`, {
    expected: 'BCP 47 locales such as es,pt-BR',
    got: to,
    help: 'Correct the locale.',
  });
}

async function stateOf(project: Project, name: string, locales: readonly string[]): Promise<EngineState> {
  const isSecond = project.config.secondOpinion === name;
  const chosen = (to: string) => project.config.targetLocales.includes(to) && engineChainFor(project.config, to).includes(name);
  try {
    const engine = await openEngine(project, name);
    const pairs = locales.map((to) => ({ to, chosen: chosen(to), fault: engine.refuses?.(project.config.sourceLocale, to) }));
    return { name, engine, fault: undefined, isSecond, pairs };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { name, engine: undefined, fault: error, isSecond, pairs: locales.map((to) => ({ to, chosen: chosen(to), fault: error })) };
  }
}

/** A line an engine, then what is missing: first for the locales that the configuration gives to it. */
function lines(states: readonly EngineState[], from: string): string[] {
  const width = Math.max(...states.map(({ name }) => name.length));
  const out = states.map(({ name, engine, fault, isSecond, pairs }) => {
    const used = pairs.filter(({ chosen }) => chosen).map(({ to }) => to);
    const able = pairs.filter((pair) => pair.fault === undefined).map(({ to }) => to);
    const state = fault !== undefined ? 'not ready' : able.length === 0 ? 'no pair  ' : 'ready    ';
    const can = fault !== undefined ? fault.message : `${from} -> ${able.join(', ') || 'none of these locales'}`;
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
        if (pair.fault !== undefined) out.push('', `${from} -> ${pair.to}: ${pair.fault.message}. ${pair.fault.help ?? ''}`.trimEnd());
  }
  return out;
}

function printJson(states: readonly EngineState[], from: string, print: (line: object) => void): void {
  for (const { name, engine, fault, isSecond, pairs } of states) {
    print({
      type: 'engine',
      name,
      ready: fault === undefined,
      ...(isSecond && { secondOpinion: true }),
      ...(engine?.model === undefined ? {} : { model: engine.model }),
      ...need(fault),
    });
    for (const { to, chosen, fault: lack } of pairs)
      print({ type: 'pair', engine: name, from, to, ready: lack === undefined, chosen, ...need(lack) });
    for (const pair of engine?.pairs?.() ?? []) print({ type: 'installed', engine: name, from: pair.from, to: pair.to, name: pair.name });
  }
  print({ type: 'summary', engines: states.length, ready: states.filter(({ fault }) => fault === undefined).length });
}

const need = (fault: KnownError | undefined) =>
  fault === undefined ? {} : { message: fault.message, expected: fault.expected, got: fault.got, help: fault.help };
