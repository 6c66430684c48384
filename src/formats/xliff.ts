/**
 * The record's file: XLIFF 1.2, one `trans-unit` a segment in a `group` a block, one line an element so that git shows
 * what changed. What XLIFF has no word for is in attributes and elements of a namespace of ours, where its schema allows them.
 */

import type { EditionRecord } from '../memory/record.ts';
import type { Format } from './format.ts';
import { readRecord } from './xliff/read.ts';
import { writeRecord } from './xliff/write.ts';

export const xliffFormat: Format<EditionRecord> = {
  name: 'XLIFF 1.2',
  extensions: ['xlf', 'xliff'],
  read: readRecord,
  write: writeRecord,
};
