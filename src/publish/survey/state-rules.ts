/** How an edition is published, by what people have read of it. */

import type { Config } from '../../config.ts';
import type { ReviewState } from './input.ts';

interface StateRules {
  readonly publish: 'index' | 'noindex' | 'none';
  readonly note: boolean;
}

export function stateRules(options: Config['publish'], state: ReviewState): StateRules {
  return state === 'source' ? { publish: 'index', note: false } : options.states[state];
}
