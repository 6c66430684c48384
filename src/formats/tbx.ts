/** Terms as TBX-Basic (ISO 30042:2019, TBX-Basic dialect 3.1): one concept a term, its forms and what must not be said in its target language. */

import type { TermBase } from '../glossary/term-base.ts';
import type { Format } from './format.ts';
import { readTbx, readTermBases } from './tbx/read.ts';
import { writeMartif, writeTbx } from './tbx/write.ts';

export const tbxFormat: Format<TermBase> & {
  readonly readFor: typeof readTermBases;
  readonly writeOld: typeof writeMartif;
} = {
  name: 'TBX-Basic',
  extensions: ['tbx'],
  read: readTbx,
  readFor: readTermBases,
  write: writeTbx,
  writeOld: writeMartif,
};
