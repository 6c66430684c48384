/** What all editions of a locale are made with, as one key: for freshness and for publishing. */

import { knownOf } from '../errors.ts';
import { sha256 } from '../text.ts';
import { glossaryFiles, type Project, readProjectFile } from './project.ts';

/** The pinned models of the embedded engine (`engines/bergamot/pins.ts`). */
const MODELS_FILE = 'dragoman.models.json';

/** Differs whenever the editions of a locale may be made or judged otherwise: other settings, other sentence rules or another glossary. */
export function settingsKey(project: Project, locale: string): string {
  const { config } = project;
  const files = [
    ...glossaryFiles(project, locale),
    ...(config.segmentation === undefined ? [] : [config.segmentation]),
    // A model that is installed may be what second opinions waited for.
    ...(config.secondOpinion === undefined ? [] : [MODELS_FILE]),
  ];
  return sha256(JSON.stringify([config, ...files.map((file) => saidBy(project, file))]));
}

/** What cannot be read has its own key: who needs it tells what is wrong with it. */
function saidBy(project: Project, file: string): string | null {
  try {
    return readProjectFile(project, file) ?? null;
  } catch (error) {
    const known = knownOf(error);
    if (known === undefined) throw error;
    return known.message;
  }
}
