/** The embedded engine: the true WebAssembly on models whose weights are set by hand. */

import { ENGLISH_SPANISH, withModels } from '../support/bergamot.ts';
import { engineContract } from './contract.ts';

const dictionary = withModels({ 'en-es': { words: ENGLISH_SPANISH } }, 'en', ['es']);

engineContract('bergamot', async () => (await dictionary).open());
