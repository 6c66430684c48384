/** The licences of what is bundled into the page's script: they ask for their text to go where their code goes. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The innermost package that a file is of: `node_modules/preact`, `node_modules/@scope/name`. */
const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * @param inputs paths of the bundle's files
 * @returns name, version and text of each package among them, by name
 * @throws where one of them has no text: it may not be given away so
 */
export function licencesOf(inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => PACKAGE.exec(input)?.[1] ?? []));
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(one));
    if (file === undefined) throw new Error(`${name} ${version} (${license}) has no text of its licence in ${folder}`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}
