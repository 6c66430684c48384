/** TBX of any version and style as a term base: our own files, and those of other terminology tools. */

import { KnownError } from '../../errors.ts';
import type { Term } from '../../glossary/term.ts';
import type { TermBase } from '../../glossary/term-base.ts';
import { isSameLanguage } from '../../languages/lookup.ts';
import { characterData, childrenOf, readXml, unshielded, type XmlElement } from '../../xml.ts';
import { KINDS, OWN_NOTE, PROPER_NOUN, RANKS, STATUS_CATEGORIES, type Status, statusNamed } from './term-status.ts';

/** The names of ISO 30042:2008 (`martif`) and of 2019 for the same. */
const CONCEPT = ['conceptEntry', 'termEntry'];
const LANGUAGE = ['langSec', 'langSet'];
const TERM = ['termSec', 'tig', 'ntig'];

/**
 * The first two languages of a file: its own and the first other one.
 * @param source the file's text
 * @param file its path, for errors
 * @throws KnownError where it is no TBX, holds a DOCTYPE with declarations, or does not have two languages
 */
export function readTbx(source: string, file: string): TermBase {
  const { root, concepts } = conceptsOf(source, file);
  const from = root.attributes.get('xml:lang') ?? languagesOf(concepts[0])[0];
  const to = concepts.flatMap(languagesOf).find((tag) => tag !== from);
  if (from === undefined || (to === undefined && concepts.length > 0))
    throw lacking(`${file}:${root.line}`, 'entries with a source and a target language', concepts);
  // An empty one names its languages in the header alone.
  const target = to ?? /: \S+ to (\S+)$/.exec(below(root, ['p']).map(characterData)[0] ?? '')?.[1] ?? '';
  return { from, to: target, terms: concepts.flatMap((concept) => termsOf(concept, from, target, [from, target])) };
}

/**
 * A file of any languages, as a project takes it.
 * @param locales of the project: `en-US` and `es-MX` are taken for `en` and `es` where it has no such locale of its own
 * @returns a term base for each target locale that the file has terms of
 * @throws KnownError as `readTbx`, and where no entry has the source's language and a target's
 */
export function readTermBases(
  source: string,
  file: string,
  locales: { readonly from: string; readonly to: readonly string[] },
): TermBase[] {
  const { from, to } = locales;
  const { root, concepts } = conceptsOf(source, file);
  const all = [from, ...to];
  const bases = to.map((locale) => ({ from, to: locale, terms: concepts.flatMap((concept) => termsOf(concept, from, locale, all)) }));
  const found = bases.filter(({ terms }) => terms.length > 0);
  if (found.length === 0) throw lacking(`${file}:${root.line}`, `entries in ${from} and ${to.join(' or ')}`, concepts);
  return found;
}

function conceptsOf(source: string, file: string): { readonly root: XmlElement; readonly concepts: readonly XmlElement[] } {
  const root = readXml(source, file);
  const place = `${file}:${root.line}`;
  if (root.name.toLowerCase() !== 'tbx' && root.name !== 'martif')
    throw new KnownError(`${place}: not TBX`, {
      expected: '<tbx> or <martif>',
      got: `<${root.name}>`,
      help: 'Export it as TBX-Basic.',
      place,
    });
  return { root, concepts: below(root, CONCEPT) };
}

function lacking(place: string, expected: string, concepts: readonly XmlElement[]): KnownError {
  return new KnownError(`${place}: not a glossary of two languages`, {
    expected,
    got: [...new Set(concepts.flatMap(languagesOf))].join(', ') || 'none',
    help: 'Export it with both languages.',
    place,
  });
}

const languagesOf = (concept: XmlElement | undefined): string[] =>
  concept === undefined ? [] : below(concept, LANGUAGE).map((one) => one.attributes.get('xml:lang') ?? '');

interface Section {
  readonly term: XmlElement;
  /** The status of the term, or of its language or concept where the tool says it there. */
  readonly status: Status | undefined;
}

/**
 * A term for every source word of a concept, and the best of its targets.
 * @param locales that have sections of their own, so that another region's are theirs
 */
function termsOf(concept: XmlElement, from: string, to: string, locales: readonly string[]): Term[] {
  const sections = (locale: string): Section[] =>
    below(concept, LANGUAGE)
      .map((one) => ({ one, tag: one.attributes.get('xml:lang') ?? '' }))
      .filter(({ tag }) => isOfLocale(tag, locale, locales))
      // The locale's own before other regions of its language.
      .sort((a, b) => Number(sameTag(b.tag, locale)) - Number(sameTag(a.tag, locale)))
      .flatMap(({ one }) => {
        const around = statusIn(one) ?? statusIn(concept);
        return below(one, TERM).map((term) => ({ term, status: statusIn(term) ?? around }));
      });
  const written = sections(from);
  // Where every source word is forbidden, the tool means the entry: what must not be said for them.
  const isForbidden = written.length > 0 && written.every(({ status }) => status === 'forbidden');
  const sources = isForbidden ? written : written.filter(({ status }) => status !== 'forbidden');
  const [main, ...others] = mainFirst(sections(to));
  if (main === undefined) return [];
  const by = (status: Status) => others.filter((one) => (one.status ?? 'admitted') === status).map(({ term }) => termText(term));
  const lists = {
    forms: others.filter(({ status }) => status !== 'variants' && status !== 'forbidden').map(({ term }) => termText(term)),
    variants: by('variants'),
    forbidden: by('forbidden'),
  };
  const words = new Map(sources.map((section) => [termText(section.term), section.term]));
  return [...words]
    .filter(([source]) => source !== '')
    .map(([source, section]) => ({
      source,
      target: termText(main.term),
      ...kindOf(concept, section, main.term),
      ...(isForbidden ? { status: 'forbidden' as const } : statusOf(main, section, concept)),
      ...(lists.forms.length > 0 && { forms: lists.forms }),
      ...(lists.variants.length > 0 && { variants: lists.variants }),
      ...(lists.forbidden.length > 0 && { forbidden: lists.forbidden }),
      ...ownFields(main.term),
      ...noteOf(concept, section, main.term),
    }));
}

function isOfLocale(tag: string, locale: string, locales: readonly string[]): boolean {
  if (sameTag(tag, locale)) return true;
  return isSameLanguage(tag, locale) && !locales.some((other) => sameTag(tag, other));
}

const sameTag = (a: string, b: string) => a.replaceAll('_', '-').toLowerCase() === b.replaceAll('_', '-').toLowerCase();

/** Preferred terms before admitted ones, whatever their order; ours says what its first one is in its note. */
function mainFirst(sections: readonly Section[]): Section[] {
  const rank = ({ term, status }: Section) => (ownNotes(term).has('status') ? -1 : RANKS.indexOf(status));
  return sections.filter(({ term }) => termText(term) !== '').toSorted((a, b) => rank(a) - rank(b));
}

function statusIn(element: XmlElement): Status | undefined {
  for (const name of STATUS_CATEGORIES) {
    const said = category(element, name);
    const status = said === undefined ? undefined : statusNamed(said);
    if (status !== undefined) return status;
  }
  return undefined;
}

function kindOf(concept: XmlElement, source: XmlElement, main: XmlElement): Pick<Term, 'kind'> {
  const field = category(concept, 'subjectField');
  const kind = KINDS.find((one) => one === field);
  if (kind !== undefined) return { kind };
  // A proper noun of another tool's is some name; which kind decides little.
  return [source, main].some((section) => category(section, 'partOfSpeech') === PROPER_NOUN) ? { kind: 'organization' } : {};
}

function statusOf({ term, status }: Section, source: XmlElement, concept: XmlElement): Pick<Term, 'status'> {
  // Weblate marks what is not translated with a note at the term, or says of the whole concept that no translation is needed.
  const isKept =
    [source, term].some((section) => category(section, 'translationNote')?.toLowerCase() === 'no') ||
    category(concept, 'Translation needed')?.toLowerCase() === 'no';
  if (ownNotes(term).get('status') === 'untranslated' || isKept) return { status: 'untranslated' };
  return status === undefined || status === 'variants' ? {} : { status };
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

/** What people say to each other of a term: a glossary of ours has one column for it. */
const REMARKS: Readonly<Record<string, string>> = {
  subjectField: 'subject',
  definition: 'definition',
  explanation: 'explanation',
  context: 'context',
  example: 'example',
  usageNote: 'usage',
  transferComment: 'transfer',
  translationNote: 'translation',
};

/** The notes of people, of the concept, of its source and of the target; what our glossary has no column for is among them, by its name. */
function noteOf(concept: XmlElement, source: XmlElement, main: XmlElement): Pick<Term, 'note'> {
  const gender = category(main, 'grammaticalGender');
  // Those of a language are beside its terms; of other languages' and of other terms' none is meant.
  const around = [concept, ...below(concept, LANGUAGE).filter((one) => [source, main].some((term) => below(one, TERM).includes(term)))];
  const notes = [...(gender === undefined ? [] : [`gender: ${gender}`]), ...[...around, source, main].flatMap(remarksIn)];
  return notes.length === 0 ? {} : { note: [...new Set(notes)].join('; ') };
}

/** Of an element itself and the groups in it, without its languages and terms. */
function remarksIn(element: XmlElement): string[] {
  return element.children.flatMap((child): string[] => {
    if (typeof child === 'string' || LANGUAGE.includes(child.name) || TERM.includes(child.name)) return [];
    if (/^(?:termGrp|descripGrp|termNoteGrp|adminGrp|transacGrp)$/.test(child.name)) return remarksIn(child);
    const text = onOneLine(unshielded(characterData(child)));
    const type = REMARKS[child.attributes.get('type') ?? child.name];
    if (type !== undefined) return text === '' || /^no$/i.test(text) || KINDS.some((kind) => kind === text) ? [] : [`${type}: ${text}`];
    return child.name !== 'note' || text === '' || text.startsWith(OWN_NOTE) ? [] : [text];
  });
}

function ownNotes(main: XmlElement): Map<string, string> {
  const said = childrenOf(main, 'note')
    .map(characterData)
    .filter((note) => note.startsWith(OWN_NOTE));
  return new Map(said.flatMap((note) => note.slice(OWN_NOTE.length).split('; ')).map((pair) => pair.split('=', 2) as [string, string]));
}

/** Without the white space of an indented file. */
const termText = (section: XmlElement) => unshielded(onOneLine(below(section, ['term']).map(characterData)[0] ?? ''));

const onOneLine = (text: string) => text.trim().replace(/(?:(?<![ \t])[ \t]+)?\n[ \t]*/g, ' ');

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
