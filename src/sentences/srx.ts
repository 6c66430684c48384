/**
 * SRX 2.0 (GALA, Segmentation Rules eXchange): a user's own rules, which win over the built-in ones wherever they match.
 */

import { KnownError } from '../errors.ts';
import { childrenOf, readXml, type XmlElement } from '../xml.ts';
import { fromIcu } from './icu-pattern.ts';

/** One rule: between what matches `before` and what matches `after` a sentence ends, or does not. */
export interface SrxRule {
  readonly breaks: boolean;
  readonly between: RegExp;
}

export interface Srx {
  /** Whether the rules of every map that fits a locale hold, in order, and not those of the first only. */
  readonly cascade: boolean;
  readonly maps: readonly { readonly locale: RegExp; readonly rules: readonly SrxRule[] }[];
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
    return {
      locale: compile(`^(?:${translated(map.attributes.get('languagepattern') ?? '', file, map)})$`, 'iv', file, map),
      rules: found,
    };
  });
  return { cascade: header?.attributes.get('cascade') === 'yes', maps };
}

/** The offsets that the rules decide, white space before the offset, and whether a sentence ends there. */
export function srxDecisions(text: string, locale: string, srx: Srx): ReadonlyMap<number, boolean> {
  const fitting = srx.maps.filter((map) => map.locale.test(locale));
  const decided = new Map<number, boolean>();
  for (const { rules } of srx.cascade ? fitting : fitting.slice(0, 1))
    for (const { between, breaks } of rules)
      for (const { index } of text.matchAll(between)) {
        const at = index + (/^\s*/.exec(text.slice(index))?.[0].length ?? 0);
        if (!decided.has(at)) decided.set(at, breaks);
      }
  return decided;
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
  const [before, after] = ['beforebreak', 'afterbreak'].map((name) => translated(pattern(name), file, rule));
  return { breaks: rule.attributes.get('break') !== 'no', between: compile(`(?<=${before})(?=${after})`, 'gmv', file, rule) };
}

function translated(pattern: string, file: string, element: XmlElement): string {
  try {
    return fromIcu(pattern);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw unusable(file, element, 'a regular expression of ICU or Java that JavaScript has an equal of', pattern, cause);
  }
}

function compile(pattern: string, flags: string, file: string, element: XmlElement): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch (cause) {
    throw unusable(file, element, 'a regular expression that ICU and JavaScript share', pattern, cause);
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
