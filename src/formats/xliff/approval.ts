/** What a unit of another tool says about its target: whether a person vouches for it. */

import type { XmlElement } from '../../xml.ts';

/** `unsaid`: nothing in the file tells; a memory that does not say otherwise is people's work. */
export type Approval = 'approved' | 'unapproved' | 'unsaid';

const SDL = 'http://sdl.com/FileTypes/SdlXliff/1.0';
/** memoQ and Memsource change the ends of their namespaces with the version. */
const MEMOQ = /^\{MQXliff\}status$/i;
const MEMSOURCE = /^\{http:\/\/www\.memsource\.com\/mxlf\/[^}]*\}confirmed$/;

/** Trados Studio's `conf`, memoQ's `mq:status`: the states that a person has set. The others are drafts, and a rejected one is none. */
const CONFIRMED = /^(?:Translated|Approved(?:Translation|SignOff)|(?:Manually|Reviewer\d?)Confirmed|Confirmed|Proofread)$/;
/** XLIFF 1.2, section 2.3 (`state`); tools add words of their own, with and without `x-`. */
const DONE = /^(?:final|signed-off|reviewed)$/;
const DRAFT =
  /^(?:x-)?(?:new|initial|needs|un(?:reviewed|translated|approved|confirmed|finished)|draft|fuzzy|rejected|pre-?translated|machine|mt\b)/i;

/**
 * A `trans-unit` of XLIFF 1.x, or one of its segments.
 * @param mid of the segment, where the unit holds several
 */
export function approvalOf(unit: XmlElement, target: XmlElement, mid?: string): Approval {
  const tool = toolsWord(unit, mid);
  if (tool !== undefined) return tool;
  const approved = unit.attributes.get('approved');
  const state = target.attributes.get('state') ?? '';
  if (approved === 'yes') return 'approved';
  if (approved === 'no' || DRAFT.test(state)) return 'unapproved';
  return DONE.test(state) ? 'approved' : 'unsaid';
}

function toolsWord(unit: XmlElement, mid: string | undefined): Approval | undefined {
  const definitions = elementsBelow(unit, 'seg-defs', SDL).flatMap((list) => elementsBelow(list, 'seg', SDL));
  const own = definitions.find((one) => mid === undefined || one.attributes.get('id') === mid);
  // Without a confirmation level the segment is not translated.
  if (own !== undefined) return CONFIRMED.test(own.attributes.get('conf') ?? '') ? 'approved' : 'unapproved';
  for (const [name, value] of unit.attributes) {
    if (MEMOQ.test(name)) return CONFIRMED.test(value) ? 'approved' : 'unapproved';
    if (MEMSOURCE.test(name)) return value === '1' ? 'approved' : 'unapproved';
  }
  return undefined;
}

function elementsBelow(element: XmlElement, name: string, space: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name && child.space === space);
}

/**
 * A `<segment>` of XLIFF 2.x (section 4.2.2.10, `state`, whose default is `initial`). A state of the tool's own beneath it may take
 * back what the state says.
 */
export function approvalOfState(state: string | undefined, subState: string | undefined): Approval {
  if (state === undefined || DRAFT.test(state) || DRAFT.test(subState?.replace(/^[^:]*:/, '') ?? '')) return 'unapproved';
  return DONE.test(state) || state === 'translated' ? 'approved' : 'unapproved';
}
