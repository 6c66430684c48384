/** What differs between two texts, word by word. */

import { wordDiff } from '../../../memory/likeness.ts';
import { plainWords } from '../sentence/fragment.ts';

/** @param diff `the [-old-]{+new+} words` */
export function Diff({ diff }: { readonly diff: string }) {
  const parts = diff.split(/(\[-[\s\S]*?-\]|\{\+[\s\S]*?\+\})/);
  return parts.map((part) =>
    part.startsWith('[-') && part.endsWith('-]') ? (
      <del>{part.slice(2, -2)}</del>
    ) : part.startsWith('{+') && part.endsWith('+}') ? (
      <ins>{part.slice(2, -2)}</ins>
    ) : (
      part
    ),
  );
}

/** From one fragment to another. */
export function Difference({ from, to }: { readonly from: string; readonly to: string }) {
  return <Diff diff={wordDiff(plainWords(from), plainWords(to))} />;
}
