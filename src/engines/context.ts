/** What is around the texts of a request. */

import { fromFragment, words } from '../text.ts';
import type { EngineRequest, TextContext } from './engine.ts';

/** Whether the second text comes right after the first in the same article. */
export function follows(first: TextContext | undefined, second: TextContext | undefined): boolean {
  return first?.index !== undefined && first.article === second?.article && second?.index === first.index + 1;
}

/**
 * One context for all texts of a request, for engines that take a single one: the headline, then each run of neighbours with what
 * is before and after it, a line each.
 * @param longest code points
 * @returns empty where nothing is known
 */
export function contextOf({ texts, contexts = [] }: EngineRequest, longest: number): string {
  const lines: string[] = [];
  const title = contexts.find((context) => context.title !== undefined)?.title;
  for (let at = 0; at < texts.length; at++) {
    const context = contexts[at];
    if (context?.before === undefined && context?.after === undefined) continue;
    const plain = words(fromFragment(texts[at] ?? '', []));
    const isNext = at > 0 && lines.length > 0 && follows(contexts[at - 1], context);
    const start = isNext ? `${lines.pop()} ${plain}` : [context.before, plain].filter(Boolean).join(' ');
    const isLast = !follows(context, contexts[at + 1]);
    lines.push(isLast && context.after !== undefined ? `${start} ${context.after}` : start);
  }
  if (title !== undefined && lines[0]?.startsWith(title) !== true) lines.unshift(title);
  return [...lines.join('\n')].slice(0, longest).join('');
}
