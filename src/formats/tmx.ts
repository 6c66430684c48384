/** Translation memories of other tools: TMX 1.4b. */

import type { Origin, Target } from '../article.ts';
import { KnownError } from '../errors.ts';
import { isSameLanguage } from '../languages/lookup.ts';
import type { Translation, TranslationMemory } from '../memory/translations.ts';
import { characterData, childrenOf, readXml, unshielded, type XmlElement, xmlAttribute, xmlText } from '../xml.ts';
import type { Format } from './format.ts';
import { readSegment, writeSegment } from './tmx/inline.ts';

const ORIGINS: readonly Origin['by'][] = ['engine', 'memory', 'person', 'repair'];

export const tmxFormat: Format<TranslationMemory> = {
  name: 'TMX 1.4b',
  extensions: ['tmx'],
  read: readTmx,
  write: writeTmx,
};

function readTmx(source: string, file: string): TranslationMemory {
  const translations: Translation[] = [];
  const sourceLocale = readUnits(source, file, (translation) => translations.push(translation));
  return { sourceLocale, translations };
}

/**
 * Its sentences one after the other, for a memory that is too large to be held whole.
 * @param source the file's text, or pieces of it in order
 * @param wanted source languages, the first before the others, for units in which any language may be the source
 * @param each is told the source locale of the sentence too, as far as it is known by then
 * @returns the source locale
 * @throws KnownError as `read`
 */
export function readUnits(
  source: string | Iterable<string>,
  file: string,
  each: (translation: Translation, sourceLocale: string) => void,
  wanted: readonly string[] = [],
): string {
  let from = '*all*';
  let first: string | undefined;
  const taken = (element: XmlElement): boolean => {
    if (element.name === 'header') from = canonical(element.attributes.get('srclang') ?? '*all*');
    if (element.name !== 'tu') return false;
    const said = element.attributes.get('srclang');
    const own = said === undefined ? from : canonical(said);
    const found = readTranslation(element, own, wanted);
    if (found === undefined) return true;
    first ??= found.sourceLocale;
    each(found.translation, own === '*all*' ? found.sourceLocale : own);
    return true;
  };
  const root = readXml(source, file, { taken });
  if (root.name !== 'tmx') {
    const place = `${file}:${root.line}`;
    throw new KnownError(`${place}: not TMX`, { expected: '<tmx version="1.4">', got: `<${root.name}>`, place });
  }
  return from === '*all*' ? (first ?? 'en') : from;
}

function readTranslation(
  element: XmlElement,
  from: string,
  wanted: readonly string[],
): { sourceLocale: string; translation: Translation } | undefined {
  const variants = childrenOf(element, 'tuv').map((variant) => ({
    variant,
    locale: canonical(variant.attributes.get('xml:lang') ?? variant.attributes.get('lang') ?? ''),
  }));
  // "en-GB" for a source of "en" is the source as well; a unit without the source's language says nothing of it.
  const sources = from === '*all*' ? [...wanted, ...variants.map(({ locale }) => locale).slice(0, 1)] : [from, ''];
  const source = sources
    .flatMap((one) => variants.find(({ locale }) => locale === one) ?? variants.find(({ locale }) => isSameLanguage(locale, one)) ?? [])
    .at(0);
  if (source === undefined) return undefined;
  const slug = property(element, 'x-slug');
  const targets = variants
    .filter((variant) => variant !== source)
    .map(({ variant, locale }) => ({
      locale,
      text: segmentOf(variant),
      ...stateOf(variant, element),
      ...notesOf([element, source.variant, variant]),
    }));
  return {
    sourceLocale: source.locale,
    translation: { source: segmentOf(source.variant), targets, ...(slug !== undefined && { slug }) },
  };
}

function segmentOf(variant: XmlElement) {
  const [segment] = childrenOf(variant, 'seg');
  return segment === undefined ? [] : readSegment(segment);
}

/** Trados Studio's levels that no person has set, or that one has taken back. */
const UNCONFIRMED = /^(?:Draft|Rejected(?:Translation|SignOff))$/;
/** Its word, and others', for a text that an engine made. */
const MACHINE = /^(?:MachineTranslation|AutomatedTranslation|AdaptiveMT|NMT|MT)$/i;

/** A memory that does not say otherwise is people's work. */
function stateOf(variant: XmlElement, unit: XmlElement): Pick<Target, 'state' | 'origin'> {
  const by = property(variant, 'x-by');
  const said = (type: string) => property(variant, type) ?? property(unit, type) ?? '';
  if (by === undefined && (UNCONFIRMED.test(said('x-ConfirmationLevel')) || MACHINE.test(said('x-Origin'))))
    return { state: 'machine', origin: { by: 'memory' } };
  const name = property(variant, 'x-name');
  return {
    state: property(variant, 'x-state') === 'machine' ? 'machine' : 'reviewed',
    origin: { by: ORIGINS.find((one) => one === by) ?? 'person', ...(name !== undefined && { name }) },
  };
}

function property(element: XmlElement, type: string): string | undefined {
  const found = childrenOf(element, 'prop').find((prop) => prop.attributes.get('type') === type);
  return found === undefined ? undefined : unshielded(characterData(found));
}

/** What is remarked of the sentence as a whole, of its source and of one target. */
function notesOf(elements: readonly XmlElement[]): { readonly notes?: readonly string[] } {
  const texts = elements.flatMap((element) => childrenOf(element, 'note').map((note) => unshielded(characterData(note))));
  const notes = texts.filter((text) => text.trim() !== '');
  return notes.length === 0 ? {} : { notes };
}

/** Tools write `EN-US` and `en_us`. */
function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? locale;
  } catch {
    return locale;
  }
}

function writeTmx({ sourceLocale, translations }: TranslationMemory): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    '<tmx version="1.4">',
    `  <header creationtool="Dragoman" creationtoolversion="1" segtype="sentence" o-tmf="Dragoman" adminlang="en"${xmlAttribute('srclang', sourceLocale)} datatype="x-markdown"/>`,
    '  <body>',
  ];
  for (const { sourceLocale: own, source, targets, slug } of translations) {
    lines.push(own === undefined ? '    <tu>' : `    <tu${xmlAttribute('srclang', own)}>`);
    if (slug !== undefined) lines.push(`      <prop type="x-slug">${xmlText(slug)}</prop>`);
    lines.push(`      <tuv${xmlAttribute('xml:lang', own ?? sourceLocale)}><seg>${writeSegment(source)}</seg></tuv>`);
    for (const { locale, text, state, origin, notes = [] } of targets) {
      const properties = [`<prop type="x-state">${state}</prop>`, `<prop type="x-by">${origin.by}</prop>`];
      if (origin.name !== undefined) properties.push(`<prop type="x-name">${xmlText(origin.name)}</prop>`);
      const said = notes.map((note) => `<note>${xmlText(note)}</note>`);
      lines.push(
        `      <tuv${xmlAttribute('xml:lang', locale)}>${said.join('')}${properties.join('')}<seg>${writeSegment(text)}</seg></tuv>`,
      );
    }
    lines.push('    </tu>');
  }
  lines.push('  </body>', '</tmx>', '');
  return lines.join('\n');
}
