/** JSX tags of MDX: their names, and the attributes that carry words. */

import type { Event } from 'micromark-util-types';
import { newRun, type Tag, type TextRun } from '../../runs/run.ts';
import { isUntranslated } from '../attribute-list.ts';
import { VERBATIM } from '../elements.ts';
import { carriesWords } from '../word-attributes.ts';
import { addEscaped } from './attribute-values.ts';
import type { Inline } from './inline-context.ts';
import { addHtml } from './references.ts';

/** @param source the tag's own bytes */
export function jsxTag(source: string): Tag {
  const [, closing, name = ''] = /^<\s*(\/?)\s*([^\s/>]*)/.exec(source) ?? [];
  const kind = closing ? 'close' : /\/\s*>$/.test(source) ? 'void' : 'open';
  return { name, kind, verbatim: VERBATIM.has(name) || isUntranslated(source) };
}

/** An expression that is a string and nothing else. */
const STRING = /^\{\s*(["'`])((?:\\["'`\\]|(?!\1)[^\\\r\n])*)\1\s*\}$/;

/** The attributes of the tag that `events[index]` enters whose names are in the list and whose values are strings. */
export function jsxAttributes(inline: Inline, index: number): TextRun[] {
  const { events, source, base } = inline;
  const tag = (events[index] as Event)[1];
  const element = jsxTag(source.slice(base + tag.start.offset, base + tag.end.offset)).name;
  const runs: TextRun[] = [];
  let name = '';
  let start = -1;
  for (let at = index + 1; at < events.length; at++) {
    const [role, token] = events[at] as Event;
    if (token === tag) break;
    const type = token.type as string;
    if (role === 'enter' && type.endsWith('AttributeNamePrimary')) name = source.slice(base + token.start.offset, base + token.end.offset);
    else if (role === 'exit' && type.endsWith('AttributeValueExpression') && carriesWords(inline.attributes, element, name)) {
      const at = base + token.start.offset;
      const [expression, quote = '', value] = STRING.exec(source.slice(at, base + token.end.offset)) ?? [];
      if (expression === undefined || value === undefined || value.includes('${')) continue;
      const run = newRun('attribute', 'jsString', { path: name });
      addEscaped(run, value, at + expression.indexOf(quote) + 1);
      runs.push(run);
    } else if (role === 'enter' && type.endsWith('AttributeValueLiteralValue') && start < 0) start = base + token.start.offset;
    else if (role === 'exit' && type.endsWith('AttributeValueLiteral') && start >= 0) {
      // The value's last byte is before the closing quote.
      const end = base + token.end.offset - 1;
      const from = start;
      start = -1;
      if (!carriesWords(inline.attributes, element, name)) continue;
      const run = newRun('attribute', 'jsxAttribute', { path: name });
      addHtml(run, source.slice(from, end), (offset) => from + offset, true);
      runs.push(run);
    }
  }
  return runs;
}
