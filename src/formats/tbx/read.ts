/** TBX of any version and style as a term base: our own files, and those of other terminology tools. */

import { KnownError } from '../../errors.ts';
import type { Term, TermStatus } from '../../glossary/term.ts';
import type { TermBase } from '../../glossary/term-base.ts';
import { characterData, childrenOf, readXml, unshielded, type XmlElement } from '../../xml.ts';
import { KINDS, OWN_NOTE, PROPER_NOUN, STATUS } from './term-status.ts';

/** The names of ISO 30042:2008 (`martif`) and of 2019 for the same. */
const CONCEPT = ['conceptEntry', 'termEntry'];
const LANGUAGE = ['langSec', 'langSet'];
const TERM = ['termSec', 'tig', 'ntig'];

/**
 * @param source the file's text
 * @param file its path, for errors
 * @throws KnownError where it is no TBX, holds a DOCTYPE, or does not have two languages
 */
export function readTbx(source: string, file: string): TermBase {
  const root = readXml(source, file);
  const place = `${file}:${root.line}`;
  if (root.name !== 'tbx' && root.name !== 'martif')
    throw new KnownError(`${place}: not TBX`, {
      expected: '<tbx> or <martif>',
      got: `<${root.name}>`,
      help: 'Export it as TBX-Basic.',
      place,
    });
  const concepts = below(root, CONCEPT);
  const from = root.attributes.get('xml:lang') ?? languagesOf(concepts[0])[0];
  const to = concepts.flatMap(languagesOf).find((tag) => tag !== from);
  if (from === undefined || (to === undefined && concepts.length > 0))
    throw new KnownError(`${place}: not a glossary of two languages`, {
      expected: 'entries with a source and a target language',
      got: [from ?? 'none', ...new Set(concepts.flatMap(languagesOf))].join(', '),
      help: 'Export it with both languages.',
      place,
    });
  // An empty one names its languages in the header alone.
  const target = to ?? /: \S+ to (\S+)$/.exec(below(root, ['p']).map(characterData)[0] ?? '')?.[1] ?? '';
  return { from, to: target, terms: concepts.flatMap((concept) => termsOf(concept, from, target)) };
}

const languagesOf = (concept: XmlElement | undefined): string[] =>
  concept === undefined ? [] : below(concept, LANGUAGE).map((one) => one.attributes.get('xml:lang') ?? '');

/** A term for every source word of a concept; the first target that is neither superseded nor deprecated is its target. */
function termsOf(concept: XmlElement, from: string, to: string): Term[] {
  const sections = (tag: string) =>
    below(concept, LANGUAGE)
      .filter((one) => one.attributes.get('xml:lang') === tag)
      .flatMap((one) => below(one, TERM));
  const sources = sections(from).filter((section) => category(section, 'administrativeStatus') !== STATUS.forbidden);
  const [main, ...others] = mainFirst(sections(to));
  if (main === undefined) return [];
  const by = (status: string) =>
    others.filter((section) => (category(section, 'administrativeStatus') ?? STATUS.admitted) === status).map(termText);
  const lists = {
    forms: others
      .filter((section) => ![STATUS.variants, STATUS.forbidden].some((one) => one === category(section, 'administrativeStatus')))
      .map(termText),
    variants: by(STATUS.variants),
    forbidden: by(STATUS.forbidden),
  };
  return sources.map((source) => ({
    source: termText(source),
    target: termText(main),
    ...kindOf(concept, source, main),
    ...statusOf(main),
    ...(lists.forms.length > 0 && { forms: lists.forms }),
    ...(lists.variants.length > 0 && { variants: lists.variants }),
    ...(lists.forbidden.length > 0 && { forbidden: lists.forbidden }),
    ...ownFields(main),
    ...noteOf(main),
  }));
}

/** Where the first target is deprecated and another is not, the order is another tool's and says nothing; ours says so in its note. */
function mainFirst(sections: readonly XmlElement[]): XmlElement[] {
  const usable = (section: XmlElement) =>
    ownNotes(section).has('status') || !/^(?:superseded|deprecated)/.test(category(section, 'administrativeStatus') ?? '');
  const preferred = sections.find((section) => category(section, 'administrativeStatus') === STATUS.preferred) ?? sections.find(usable);
  const first = sections[0] === undefined || usable(sections[0]) || preferred === undefined ? sections[0] : preferred;
  return first === undefined ? [] : [first, ...sections.filter((section) => section !== first)];
}

function kindOf(concept: XmlElement, source: XmlElement, main: XmlElement): Pick<Term, 'kind'> {
  const field = category(concept, 'subjectField');
  const kind = KINDS.find((one) => one === field);
  if (kind !== undefined) return { kind };
  // A proper noun of another tool's is some name; which kind decides little.
  return [source, main].some((section) => category(section, 'partOfSpeech') === PROPER_NOUN) ? { kind: 'organization' } : {};
}

function statusOf(main: XmlElement): Pick<Term, 'status'> {
  const status = category(main, 'administrativeStatus');
  const said = ownNotes(main).get('status');
  if (said === 'untranslated') return { status: 'untranslated' };
  const found = (['preferred', 'admitted', 'forbidden'] as const satisfies TermStatus[]).find((one) => STATUS[one] === status);
  return found === undefined ? {} : { status: found };
}

function ownFields(main: XmlElement): Pick<Term, 'case' | 'compounds' | 'indeclinable'> {
  const own = ownNotes(main);
  const cased = own.get('case');
  return {
    ...((cased === 'any' || cased === 'exact') && { case: cased }),
    ...(own.has('compounds') && { compounds: own.get('compounds') === 'yes' }),
    ...(own.has('indeclinable') && { indeclinable: own.get('indeclinable') === 'yes' }),
  };
}

/** The notes of people; gender, which a glossary of ours has no column for, is kept there. */
function noteOf(main: XmlElement): Pick<Term, 'note'> {
  const gender = category(main, 'grammaticalGender');
  const notes = [
    ...(gender === undefined ? [] : [`gender: ${gender}`]),
    ...childrenOf(main, 'note')
      .map((note) => unshielded(characterData(note)))
      .filter((note) => !note.startsWith(OWN_NOTE)),
  ];
  return notes.length === 0 ? {} : { note: notes.join('; ') };
}

function ownNotes(main: XmlElement): Map<string, string> {
  const said = childrenOf(main, 'note')
    .map(characterData)
    .filter((note) => note.startsWith(OWN_NOTE));
  return new Map(said.flatMap((note) => note.slice(OWN_NOTE.length).split('; ')).map((pair) => pair.split('=', 2) as [string, string]));
}

const termText = (section: XmlElement) => unshielded(below(section, ['term']).map(characterData)[0] ?? '');

/** A data category of an element: `<termNote type="...">` of the DCA style or an element of that name of the DCT style. */
function category(element: XmlElement, type: string): string | undefined {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === type || child.attributes.get('type') === type) return characterData(child).trim();
    const inside =
      child.name === 'termGrp' || child.name === 'descripGrp' || child.name === 'termNoteGrp' ? category(child, type) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** The nearest elements of some names below an element. */
function below(element: XmlElement, names: readonly string[]): XmlElement[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : names.includes(child.name) ? [child] : below(child, names)));
}
