/**
 * Random tests take the same path in every run, so that what is red is red by the change at hand; `FUZZ_SEED=random` (or a number that a
 * failure printed) takes another.
 */

import fc from 'fast-check';

const { FUZZ_SEED = '20261127' } = process.env;
fc.configureGlobal(FUZZ_SEED === 'random' ? {} : { seed: Number(FUZZ_SEED) });
