import type { Article, Block, Edition, Mark, Target, Text } from '../../src/article.ts';
import type { Check } from '../../src/checks/check.ts';
import { type CheckOptions, runChecks } from '../../src/checks/run-checks.ts';
import type { Finding } from '../../src/finding.ts';
import { words } from '../../src/text.ts';

export interface Pair {
  readonly source: string | Text;
  readonly target: string | Text;
  readonly state?: Target['state'];
}

/** An English article of one paragraph a pair, and its edition. */
export function edition(locale: string, pairs: readonly Pair[], around?: { before?: string }): Edition {
  let source = around?.before ?? '';
  const targets = new Map<string, Target>();
  const blocks: Block[] = pairs.map((pair, index) => {
    const text = asText(pair.source);
    const start = source.length;
    source += `${text.map((piece) => (typeof piece === 'string' ? piece : piece.source)).join('')}\n\n`;
    const span = { start, end: source.length - 2 };
    const id = `s${index + 1}`;
    targets.set(id, { text: asText(pair.target), state: pair.state ?? 'machine', origin: { by: 'engine', name: 'test' }, terms: [] });
    return { kind: 'paragraph', syntax: 'markdown', span, segments: [{ id, span, text }] };
  });
  const article: Article = { id: 'a-story', locale: 'en', source, blocks };
  return { article, locale, targets };
}

/** What one check says of one pair. */
export function findingsOf(
  check: Check,
  locale: string,
  source: string | Text,
  target: string | Text,
  options: CheckOptions = {},
): Finding[] {
  return runChecks([check], edition(locale, [{ source, target }]), options);
}

/** An edition's text without any escapes. */
export function outputOf(of: Edition): string {
  return [...of.targets.values()].map((target) => words(target.text)).join('\n\n');
}

export const open = (id: string, source: string): Mark => ({ role: 'open', id, source });
export const close = (id: string, source: string): Mark => ({ role: 'close', id, source });
export const alone = (id: string, source: string): Mark => ({ role: 'alone', id, source });

function asText(text: string | Text): Text {
  return typeof text === 'string' ? [text] : text;
}
