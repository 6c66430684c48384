/** From one language to another by what is installed: directly, or by way of a third; and what to install where there is no way. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KnownError } from '../../errors.ts';
import { findMode, installedModes, type Mode } from './modes.ts';
import { installCommand, packageOf, pivotsOf } from './packages.ts';

export const apertiumOptions = z.strictObject({
  /** A language to go through where no pair is direct: `es` for en -> es -> pt; or one for each target. */
  via: z.union([z.string(), z.record(z.string(), z.string())], { error: 'a language, or one for each target locale' }).optional(),
  /** The variant of a mode: `valencia_uni`. */
  variant: z.string().optional(),
  /** Where modes and data are; default: where Debian's packages put them. */
  dataFolder: z.string().min(1).default('/usr/share/apertium'),
});

export type ApertiumOptions = z.output<typeof apertiumOptions>;

/** The modes to go through: one, or two where the configuration names a language between. */
export function routeOf(from: string, to: string, options: ApertiumOptions): Mode[] | KnownError {
  const modes = installedModes(options.dataFolder);
  const via = typeof options.via === 'object' ? options.via[to] : options.via;
  const direct = findMode(modes, from, to, options.variant);
  // A way named for this very target is taken even where there is a direct one.
  if (direct !== undefined && (via === undefined || typeof options.via === 'string')) return [direct];
  const first = via === undefined ? undefined : findMode(modes, from, via);
  const second = via === undefined ? undefined : findMode(modes, via, to, options.variant);
  if (first !== undefined && second !== undefined) return [first, second];
  return noRoute([from, to, via], options.dataFolder, modes);
}

function noRoute([from, to, via]: [string, string, string | undefined], dataFolder: string, modes: readonly Mode[]): KnownError {
  const [source, target] = [languageOf(from), languageOf(to)];
  const between = via === undefined ? undefined : languageOf(via);
  const steps: [string, string][] =
    between === undefined
      ? [[source, target]]
      : [
          [source, between],
          [between, target],
        ];
  const lacking = steps.filter(([one, other]) => findMode(modes, one, other) === undefined).map(([one, other]) => packageOf(one, other));
  const known = lacking.filter((name) => name !== undefined);
  const oneWay = known.find((name) => existsSync(join(dataFolder, name)));
  const targets = [...new Set(modes.filter((mode) => mode.from === source).map((mode) => mode.to))];
  let help = 'Choose another engine for this locale.';
  const pivot = via === undefined ? nearestPivot(source, target, modes) : undefined;
  if (known.length > 0 && known.length === lacking.length && oneWay === undefined) help = `Run: ${installCommand(known)}`;
  else if (pivot !== undefined) {
    help = `Set "engines": { "apertium": { "via": "${pivot.via}" } } in the configuration.`;
    if (pivot.packages.length > 0) help += ` Run: ${installCommand(pivot.packages)}`;
  }
  const why = oneWay === undefined ? '' : ` (${oneWay} goes the other way only)`;
  return new KnownError(`Apertium cannot translate ${from} -> ${to} here${why}`, {
    expected: via === undefined ? `a pair ${from} -> ${to}` : `the pairs ${from} -> ${via} and ${via} -> ${to}`,
    got: modes.length === 0 ? 'no Apertium on this machine' : `pairs from ${source}: ${targets.join(', ') || 'none'}`,
    help,
  });
}

const languageOf = (locale: string) => new Intl.Locale(locale).language;

/** The language between two that asks for the fewest packages more. */
function nearestPivot(source: string, target: string, modes: readonly Mode[]): { via: string; packages: readonly string[] } | undefined {
  const pivots = pivotsOf(source, target).map(({ via, packages: [first = '', second = ''] }) => ({
    via,
    packages: [
      ...(findMode(modes, source, via) === undefined ? [first] : []),
      ...(findMode(modes, via, target) === undefined ? [second] : []),
    ],
  }));
  return pivots.sort((a, b) => a.packages.length - b.packages.length)[0];
}
