/** Which engines translate into a locale: those of its chain that have the pair here, and why the others do not. */

import { openEngine } from '../adapters.ts';
import { engineChainFor } from '../config.ts';
import { localesFor, sourceLocaleOf, sourceLocalesOf } from '../edition/collections.ts';
import type { Engine } from '../engines/engine.ts';
import { KnownError } from '../errors.ts';
import { type Project, sources } from '../project/project.ts';
import type { LanguagePair } from '../queue/jobs/job.ts';
import type { EngineChoice } from './draft.ts';

/**
 * @param given one engine for every locale, instead of the configured ones
 * @param engines by name: opened ones are taken from it, new ones put into it, and are the caller's to close
 * @throws KnownError where an engine cannot be opened, or none of a chain has the pair
 */
export async function chooseEngines(
  project: Project,
  locales: readonly string[],
  given: string | undefined,
  engines: Map<string, Engine>,
): Promise<EngineChoice[]> {
  const choices: EngineChoice[] = [];
  for (const { from, to: locale } of languagePairs(project, locales)) {
    const usable: [string, Engine][] = [];
    const refused: KnownError[] = [];
    for (const name of given === undefined ? engineChainFor(project.config, locale) : [given]) {
      const engine = engines.get(name) ?? (await openEngine(project, name));
      engines.set(name, engine);
      const lack = engine.refuses?.(from, locale);
      if (lack === undefined) usable.push([name, engine]);
      else if (usable.length === 0) refused.push(lack);
    }
    if (usable.length === 0) throw nobody(from, locale, refused);
    choices.push({ from, locale, usable, refused });
  }
  return choices;
}

/** The pairs that a project's engines are for: from its own language, before there is an article too, and from those of its other articles. */
export function plannedPairs(project: Project, locales: readonly string[]): LanguagePair[] {
  const { sourceLocale } = project.config;
  const own = locales.filter((to) => to !== sourceLocale).map((to) => ({ from: sourceLocale, to }));
  return [...own, ...languagePairs(project, locales).filter(({ from }) => from !== sourceLocale)];
}

/** From which languages the articles go into some locales. */
function languagePairs(project: Project, locales: readonly string[]): LanguagePair[] {
  const { config } = project;
  if (sourceLocalesOf(config).length === 1) return locales.map((to) => ({ from: config.sourceLocale, to }));
  const pairs = sources(project).flatMap((source) =>
    localesFor(config, source, locales).map((to) => `${sourceLocaleOf(config, source)} ${to}`),
  );
  return [...new Set(pairs)].map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return { from, to };
  });
}

function nobody(from: string, to: string, refused: readonly KnownError[]): KnownError {
  const [only] = refused;
  if (only !== undefined && refused.length === 1) return only;
  return new KnownError(`No engine of the configuration translates ${from} -> ${to} here`, {
    expected: refused.map(({ expected }) => expected).join(', or '),
    got: 'none of these',
    help: refused.flatMap(({ help }) => help ?? []).join('  or  '),
  });
}
