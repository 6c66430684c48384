/** What the checks find in an edition that people work on: sentence by sentence, so that one that has changed is looked at alone. */

import type { Finding } from '../finding.ts';
import { checkEdition, checkSegments } from './check-edition.ts';
import type { Desk } from './desk.ts';
import { type OpenEdition, segmentsOf } from './open.ts';

export interface EditionFindings {
  /** All, in the order of the article; what is not known yet is found out. */
  readonly all: () => readonly Finding[];
  /** What is known by now. */
  readonly known: () => readonly Finding[];
  /** Those of a sentence; in a long edition what it has by itself as it is now, and what was last found in the edition as a whole. */
  readonly of: (segment: string) => readonly Finding[];
  /**
   * Looks at some sentences more, or at the edition as a whole.
   * @returns whether anything is left
   */
  readonly lookOn: () => boolean;
  /** Whether all is known. */
  readonly isDone: () => boolean;
  /** Of the same edition with other targets for some sentences. */
  readonly after: (open: OpenEdition, changed: ReadonlySet<string>) => EditionFindings;
}

/** Sentences that are looked at together: some 10 ms. */
const SLICE = 40;
/** Sentences of an edition that is looked at as a whole whenever one of them is asked for. */
const FEW = 300;
const NONE: ReadonlySet<string> = new Set();

interface Known {
  /** Of sentences by themselves. */
  readonly own: ReadonlyMap<string, readonly Finding[]>;
  /** Of the edition as a whole, as it was last looked at. */
  readonly whole: readonly Finding[];
}

/** Of a file that is not there yet, and of one that is not Dragoman's, nothing is looked at. */
export function findingsIn(open: OpenEdition, desk: Desk, before: Known = { own: new Map(), whole: [] }): EditionFindings {
  const { edition, texts, hand } = open;
  const { localized } = texts;
  const isLooked = localized !== undefined && hand === 'dragoman';
  const own = new Map(before.own);
  const order = segmentsOf(edition.article).map(({ id }) => id);
  const left = isLooked ? order.filter((id) => !own.has(id)) : [];
  let { whole } = before;
  let isWhole = !isLooked;
  const look = (ids: readonly string[]) => {
    const found = Map.groupBy(checkSegments(open, edition, new Set(ids), desk), ({ segment }) => segment);
    for (const id of ids) own.set(id, found.get(id) ?? []);
  };
  const lookOn = () => {
    if (left.length > 0) look(left.splice(0, SLICE));
    else if (!isWhole) {
      whole = checkEdition(open, edition, localized ?? '', desk, { only: NONE });
      isWhole = true;
    }
    return left.length > 0 || !isWhole;
  };
  const known = () => {
    const bySegment = Map.groupBy(whole, ({ segment }) => segment);
    const found = order.flatMap((id) => [...(own.get(id) ?? []), ...(bySegment.get(id) ?? [])]);
    const ids = new Set<string | undefined>(order);
    return [...open.findings, ...whole.filter(({ segment }) => !ids.has(segment)), ...found];
  };
  return {
    known,
    lookOn,
    isDone: () => left.length === 0 && isWhole,
    all: () => {
      while (lookOn());
      return known();
    },
    of: (segment) => {
      if (order.length <= FEW) while (lookOn());
      else if (left.includes(segment)) {
        left.splice(left.indexOf(segment), 1);
        look([segment]);
      }
      return [...(own.get(segment) ?? []), ...[...open.findings, ...whole].filter((one) => one.segment === segment)];
    },
    after: (next, changed) => {
      const kept = new Map([...own].filter(([id]) => !changed.has(id)));
      // What is said of the edition as a whole may be waived or mended by now.
      const others = whole.filter(({ segment }) => segment === undefined || !changed.has(segment));
      return findingsIn(next, desk, { own: kept, whole: others });
    },
  };
}
