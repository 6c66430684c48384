/** What goes wrong with an article or an edition, as the run tells it. */

import type { Segment } from '../article.ts';
import { EngineError, KnownError, knownOf } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { worded } from '../text/worded.ts';
import { words } from '../text.ts';
import type { OpenEdition } from './open.ts';
import type { Failure } from './summary.ts';

/** @throws the error itself where it is a mistake of the program's own */
export function failureOf(error: unknown, slug: string, locale?: string): Failure {
  const place = { type: 'failure', slug, ...(locale !== undefined && { locale }) } as const;
  if (error instanceof EngineError) {
    const reason = error.kind === 'aborted' || error.kind === 'budget' || error.kind === 'deferred' ? error.kind : 'engine';
    return { ...place, reason, message: error.message, ...(error.help !== undefined && { help: error.help }) };
  }
  const known = knownOf(error);
  if (known !== undefined)
    return {
      ...place,
      reason: 'input',
      message: [known.message, known.expected && `expected ${known.expected}`, known.got && `got ${known.got}`].filter(Boolean).join('; '),
      ...(known.help !== undefined && { help: known.help }),
    };
  // The system's own word, with the path: no such right, no room left, a folder where a file should be.
  if (error instanceof Error && 'syscall' in error) return { ...place, reason: 'input', message: error.message };
  throw error;
}

/** @param segments those that needed an engine; texts that it refused for what they are */
export function refusals(open: OpenEdition, segments: readonly Segment[], refused: ReadonlyMap<string, EngineError>): Finding[] {
  return segments.flatMap(({ id, text }): Finding[] => {
    const refusal = refused.get(id);
    if (refusal === undefined) return [];
    return [
      {
        check: 'engine',
        level: 'error',
        ...worded`No usable translation; the source text is kept: ${refusal.message}`,
        slug: open.edition.article.id,
        locale: open.edition.locale,
        segment: id,
        file: open.file,
        source: words(text),
      },
    ];
  });
}

export function handMade(open: OpenEdition): Finding {
  return {
    check: 'hand-made',
    level: 'warning',
    ...worded`A localized file without a record: left as it is. "dragoman memory align" adopts it`,
    slug: open.edition.article.id,
    locale: open.edition.locale,
    file: open.file,
  };
}

/** Of a command that does one thing once: it does not try again. */
export function savedMeanwhile(file: string): KnownError {
  return new KnownError(`${file}: somebody saved it meanwhile`, {
    expected: 'the file as it was read',
    got: 'another',
    help: 'Run the command again.',
  });
}
