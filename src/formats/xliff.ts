/**
 * The record's file: XLIFF 1.2, one `trans-unit` a segment in a `group` a block, one line an element so that git shows
 * what changed; files of other tools are read in any version. What XLIFF has no word for is in attributes and elements of a namespace of ours, where its schema allows them.
 */

import type { EditionRecord } from '../memory/record.ts';
import type { Format } from './format.ts';
import { readRecord, readRecords } from './xliff/read.ts';
import { writeRecord } from './xliff/write.ts';

export const xliffFormat: Format<EditionRecord> & { readonly readAll: typeof readRecords } = {
  name: 'XLIFF 1.2',
  extensions: ['xlf', 'xliff', 'sdlxliff', 'mxliff', 'mqxliff'],
  read: readRecord,
  readAll: readRecords,
  write: writeRecord,
};
