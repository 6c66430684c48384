/** Which pairs are installed: Apertium's mode files, each the shell pipeline of one direction. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Mode {
  /** As `apertium` calls it: `eng-spa`, `spa-cat_valencia`. */
  readonly name: string;
  readonly path: string;
  /** ISO 639-1 where there is one, as BCP 47 has it. */
  readonly from: string;
  readonly to: string;
  /** What follows the pair: `valencia`, `BR`. */
  readonly variant?: string;
}

/** The modes of a data folder (`/usr/share/apertium`), by name; none where Apertium is not installed. */
export function installedModes(dataFolder: string): Mode[] {
  const folder = join(dataFolder, 'modes');
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch {
    return [];
  }
  return files.sort().flatMap((file) => {
    // `eco-es-fr`, a smaller model of the same pair, has three parts and is left out.
    const parts = /^([a-z]{2,3})-([a-z]{2,3})(?:_(.+))?\.mode$/.exec(file);
    const from = language(parts?.[1]);
    const to = language(parts?.[2]);
    if (parts === null || from === undefined || to === undefined) return [];
    const mode = { name: file.slice(0, -'.mode'.length), path: join(folder, file), from, to };
    return [parts[3] === undefined ? mode : { ...mode, variant: parts[3] }];
  });
}

/** Mode names use two letters or three (`en-gl`, `eng-spa`); BCP 47 has one code a language (RFC 5646, section 4.5). */
function language(code: string | undefined): string | undefined {
  try {
    return code === undefined ? undefined : new Intl.Locale(code).language;
  } catch {
    return undefined;
  }
}

/**
 * The mode for a pair of locales: the one whose variant is named by the target's region or variant subtag, else the plain one.
 * @param variant asks for one by name (`valencia_uni`)
 */
export function findMode(modes: readonly Mode[], from: string, to: string, variant?: string): Mode | undefined {
  const source = new Intl.Locale(from).language;
  const target = new Intl.Locale(to);
  const pair = modes.filter((mode) => mode.from === source && mode.to === target.language);
  const wanted = variant === undefined ? to.split('-').slice(1) : [variant];
  return (
    pair.find((mode) => mode.variant !== undefined && wanted.includes(mode.variant)) ?? pair.find((mode) => mode.variant === undefined)
  );
}

/**
 * The pipeline of a direction with null flush and word-bound blanks.
 * @param script what `apertium-wblank-mode -z` makes of the mode file
 */
export function pipelineOf(mode: Mode, script: string): string {
  if (!TAGGERLESS.has(mode.name)) return script;
  return script.replace(/cg-proc -z ([^|]*)\| apertium-tagger [^|]*\|/, 'cg-proc -z -1 -n $1|');
}

/**
 * Directions whose tagger model is a perceptron that their mode file starts without `-x`: it fails an assertion
 * (apertium-rus-ukr 0.2.1). Their constraint grammar decides nearly all readings; the first of what is left is taken.
 */
const TAGGERLESS: ReadonlySet<string> = new Set(['rus-ukr', 'ukr-rus']);
