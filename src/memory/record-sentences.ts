/** The sentences of a record that others may use: those with a target that is not in doubt. */

import type { Target, Text } from '../article.ts';
import type { SegmentContext } from './recall.ts';
import type { EditionRecord } from './record.ts';

export interface RecordSentence {
  readonly source: Text;
  readonly target: Target;
  readonly context: SegmentContext;
}

export function* recordSentences(record: EditionRecord): Generator<RecordSentence> {
  const all = record.blocks.flatMap((block) => block.segments.map((segment) => ({ segment, kind: block.kind })));
  for (const [at, { segment, kind }] of all.entries()) {
    const { source, target } = segment;
    if (target === undefined || target.text.length === 0 || target.state === 'needs-review') continue;
    yield { source, target, context: { kind, previous: all[at - 1]?.segment.source, next: all[at + 1]?.segment.source } };
  }
}
