/**
 * SRX 2.0 (GALA, Segmentation Rules eXchange): a user's own rules, which win over the built-in ones wherever they match.
 */

import { KnownError } from '../errors.ts';
import { childrenOf, readXml, type XmlElement } from '../xml.ts';
import { matcherOf } from './automaton.ts';
import { fromIcu } from './icu-pattern.ts';
import { type PatternTree, patternTree } from './pattern-tree.ts';

/** One rule: between what matches `before` and what matches `after` a sentence ends, or does not. */
interface SrxRule {
  readonly breaks: boolean;
  readonly before: PatternTree;
  readonly after: PatternTree;
}

/** The rules of a file. */
export interface Srx {
  /** @returns where they decide in a text of a locale: offsets, white space before them, and whether a sentence ends there. */
  readonly decide: (text: string, locale: string) => ReadonlyMap<number, boolean>;
}

/**
 * @param source the file's text
 * @param file its path, for errors
 * @throws KnownError with file and line where it is not SRX or a rule's pattern is of no use here
 */
export function readSrx(source: string, file: string): Srx {
  const root = readXml(source, file);
  const body = childrenOf(root, 'body')[0];
  if (root.name !== 'srx' || body === undefined)
    throw new KnownError(`${file} is not an SRX file`, {
      expected: '<srx> with a <body>',
      got: `<${root.name}>`,
      help: 'See "segmentation" in the configuration.',
    });
  const header = childrenOf(root, 'header')[0];
  const rules = new Map<string, SrxRule[]>();
  for (const list of descend(body, 'languagerules', 'languagerule'))
    rules.set(
      list.attributes.get('languagerulename') ?? '',
      childrenOf(list, 'rule').map((rule) => readRule(rule, file)),
    );
  const maps = mapsOf(body).map((map) => {
    const name = map.attributes.get('languagerulename') ?? '';
    const found = rules.get(name);
    if (found === undefined) throw unusable(file, map, 'the name of a <languagerule>', name);
    const locale = readPattern(`^(?:${translated(map.attributes.get('languagepattern') ?? '', file, map)})$`, 'i', file, map);
    return { locale, rules: found };
  });
  const fitting = matcherOf(
    maps.map(({ locale }) => locale),
    [],
  );
  const decisions = new Map<string, Decide>();
  return {
    decide: (text, locale) => {
      const fits = (fitting(locale).at(-1)?.ended ?? []).slice(0, header?.attributes.get('cascade') === 'yes' ? undefined : 1);
      const decide = decisions.get(fits.join()) ?? decisionsBy(fits.flatMap((at) => maps[at]?.rules ?? []));
      decisions.set(fits.join(), decide);
      return decide(text);
    },
  };
}

type Decide = (text: string) => ReadonlyMap<number, boolean>;

/** The first rule that matches decides; more than one may, where one matches before white space and another behind it. */
function decisionsBy(rules: readonly SrxRule[]): Decide {
  const positionsOf = matcherOf(
    rules.map(({ before }) => before),
    rules.map(({ after }) => after),
  );
  return (text) => {
    const first = new Map<number, number>();
    let end = text.length;
    for (const { offset, ended, begun } of positionsOf(text).toReversed()) {
      if (!/\s/.test(text[offset] ?? '')) end = offset;
      const rule = firstOfBoth(ended, begun);
      if (rule !== undefined) first.set(end, Math.min(rule, first.get(end) ?? rule));
    }
    return new Map([...first].map(([at, rule]) => [at, rules[rule]?.breaks === true]));
  };
}

/** Of two lists in order. */
function firstOfBoth(some: readonly number[], others: readonly number[]): number | undefined {
  let at = 0;
  return some.find((one) => {
    while ((others[at] ?? one) < one) at++;
    return others[at] === one;
  });
}

/** SRX 1.0 has them in a `<maprule>`. */
function mapsOf(body: XmlElement): XmlElement[] {
  return childrenOf(body, 'maprules').flatMap((list) =>
    [list, ...childrenOf(list, 'maprule')].flatMap((one) => childrenOf(one, 'languagemap')),
  );
}

function descend(element: XmlElement, list: string, name: string): XmlElement[] {
  return childrenOf(element, list).flatMap((child) => childrenOf(child, name));
}

function readRule(rule: XmlElement, file: string): SrxRule {
  const pattern = (name: string) =>
    childrenOf(rule, name)
      .flatMap(({ children }) => children)
      .filter((child) => typeof child === 'string')
      .join('');
  const read = (name: string) => readPattern(translated(pattern(name), file, rule), 'm', file, rule);
  return { breaks: rule.attributes.get('break') !== 'no', before: read('beforebreak'), after: read('afterbreak') };
}

function translated(pattern: string, file: string, element: XmlElement): string {
  try {
    return fromIcu(pattern);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw unusable(file, element, 'a regular expression of ICU or Java that JavaScript has an equal of', pattern, cause);
  }
}

function readPattern(pattern: string, flags: string, file: string, element: XmlElement): PatternTree {
  try {
    new RegExp(pattern, `${flags}v`);
    return patternTree(pattern, flags);
  } catch (cause) {
    throw unusable(
      file,
      element,
      'a regular expression that ICU and JavaScript share, and that can be matched in one pass',
      pattern,
      cause,
    );
  }
}

function unusable(file: string, { line, name }: XmlElement, expected: string, got: string, cause?: unknown): KnownError {
  return new KnownError(`${file}:${line}: <${name}> is not usable`, {
    expected,
    got,
    help: 'Correct or remove the rule.',
    place: `${file}:${line}`,
    cause,
  });
}
