/** The dialect that was translated and checked, less what a text has no sign of. */

import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { Extension } from 'micromark-util-types';
import { neededRules } from '../../markdown/needed-rules.ts';
import { micromarkExtensions, type Syntax } from '../../markdown/syntax.ts';

/** @param needs as `needsOf` tells them */
export const syntaxExtensions = (syntax: Syntax, needs: string): Extension[] => neededRules(micromarkExtensions(syntax), needs);

export function treeExtensions(needs: string): unknown[] {
  return gfmFromMarkdown().filter((_, index) => needs[index] !== '0');
}
