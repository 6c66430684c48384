/** New words over those of a localized file of strings, in its own quoting. */

import type { Article, Edition, Mark, Segment, Target, Text } from '../article.ts';
import { recordMarksIn } from '../memory/mark-ids.ts';
import type { StringFile } from '../strings/place.ts';
import { marks } from '../text.ts';
import { asTarget } from './sentences.ts';

/**
 * Makes targets of the file's own segments: what is filled in has the bytes that the file has for it.
 * @param present the file, read as an article of its own locale
 * @returns for strings of the file, each with the source's segment whose target it gets; undefined where the value has to be written as
 *   a whole
 */
export function valuesOver(
  edition: Edition,
  present: Article,
  language: StringFile['language'],
): (wanted: readonly { readonly path: string; readonly segment: Segment }[]) => Map<string, Target> | undefined {
  const [ours, theirs] = [recordMarksIn(edition.article), recordMarksIn(present)];
  const segments = new Map(present.blocks.map(({ path, segments: [segment] }) => [path, segment]));
  const placed = (text: Text, own: Segment): Text | undefined => {
    const free = new Map(marks(theirs(own.text)).map((mark, at) => [mark, marks(own.text)[at] as Mark]));
    const ids = new Map<string, string>();
    const pieces = text.map((piece) => {
      if (typeof piece === 'string') return piece;
      const [bare] = marks(ours([piece]));
      const found = [...free].find(
        ([mark]) => mark.role === bare?.role && mark.source === bare.source && (ids.get(piece.id) ?? mark.id) === mark.id,
      );
      if (found === undefined) return isAlike(piece, bare, language) ? { ...piece, id: `new ${piece.id}` } : undefined;
      ids.set(piece.id, found[0].id);
      free.delete(found[0]);
      return found[1];
    });
    return pieces.includes(undefined) ? undefined : pieces.filter((piece) => piece !== undefined);
  };
  return (wanted) => {
    const targets = new Map<string, Target>();
    for (const { path, segment } of wanted) {
      const own = segments.get(path);
      const text = edition.targets.get(segment.id)?.text ?? segment.text;
      const said = own === undefined || text.length === 0 ? undefined : placed(text, own);
      if (own === undefined || said === undefined) return undefined;
      targets.set(own.id, asTarget(said));
    }
    return targets;
  };
}

/** Whether a mark's bytes are the same in any quoting, and hold no words of the source. */
function isAlike(mark: Mark, bare: Mark | undefined, language: StringFile['language']): boolean {
  return mark.source === bare?.source && (language === 'json' || !/["'\\]/.test(mark.source));
}
