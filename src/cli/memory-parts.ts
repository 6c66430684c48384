/** A memory of another tool on its way into files of a size that every command reads. */

import { existsSync } from 'node:fs';
import { recordFormat } from '../adapters.ts';
import { moveOver, removeFile, writeAtomic } from '../files/write.ts';
import type { EditionRecord, RecordedBlock } from '../memory/record.ts';
import { locate, type Project } from '../project/project.ts';
import { importedPart } from '../project/records.ts';
import type { LanguagePair } from '../queue/jobs/job.ts';

/** Some 10 MB: while a file of 200 MB is imported, parts of this size keep the program below 1 GB, those of twice the size do not. */
const PART_SENTENCES = 25_000;

export interface MemoryParts {
  readonly locale: string;
  readonly name: string;
  /** The language of the sources; a record's are in one. */
  readonly from: string;
  readonly add: (block: RecordedBlock) => void;
  /** The files take the place of those of a memory of this name that was imported before, where one sentence has a target. */
  readonly finish: () => { readonly count: number; readonly files: number };
  /** What is not finished goes. */
  readonly discard: () => void;
}

/**
 * Parts that are written beside the memory of before as soon as they are full; a file that turns out to be broken changes nothing.
 * @param most sentences of a part; neighbours at a border lose each other
 */
export function memoryParts(project: Project, { from, to: locale }: LanguagePair, name: string, most = PART_SENTENCES): MemoryParts {
  const staged: string[] = [];
  let blocks: RecordedBlock[] = [];
  let held = 0;
  let count = 0;
  const flush = () => {
    const record: EditionRecord = { slug: name, sourceLocale: from, locale, blocks, additions: [], retired: [] };
    const path = locate(project, `.dragoman/importing/${from}.${locale}.${staged.length + 1}.xlf`);
    writeAtomic(path, recordFormat.write(record));
    staged.push(path);
    blocks = [];
    held = 0;
  };
  return {
    locale,
    name,
    from,
    add: (block) => {
      for (let start = 0; start < block.segments.length; start += most) {
        const segments = block.segments.slice(start, start + most);
        if (held > 0 && held + segments.length > most) flush();
        blocks.push({ ...block, segments });
        held += segments.length;
        // Sentences without a target stay, for the neighbours of the others.
        count += segments.filter(({ target }) => (target?.text.length ?? 0) > 0).length;
      }
    },
    finish: () => {
      if (count === 0) return { count, files: 0 };
      if (held > 0) flush();
      const files = staged.length;
      const place = (part: number) => locate(project, importedPart(project, locale, name, part));
      for (const [at, path] of staged.splice(0).entries()) moveOver(path, place(at + 1));
      // Of a larger memory of this name that was imported before.
      for (let part = files + 1; existsSync(place(part)); part++) removeFile(place(part));
      return { count, files };
    },
    discard: () => {
      for (const path of staged.splice(0)) removeFile(path);
    },
  };
}
