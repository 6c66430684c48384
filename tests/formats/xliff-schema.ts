/**
 * The rules of the XLIFF 1.2 schema (OASIS, xliff-core-1.2-transitional.xsd) for the elements that we write: which
 * children in which order, which attributes with which values, which ids unique. Elements and attributes of other namespaces are
 * allowed where the schema has `xsd:any` of `##other`.
 */

import { readXml, type XmlElement } from '../../src/xml.ts';

const XLIFF = 'urn:oasis:names:tc:xliff:document:1.2';
const INLINE = ['g', 'x', 'bx', 'ex', 'bpt', 'ept', 'ph', 'it', 'mrk'];
const STATES =
  'final|needs-adaptation|needs-l10n|needs-review-adaptation|needs-review-l10n|needs-review-translation|needs-translation|new|signed-off|translated';
const QUALIFIERS =
  'exact-match|fuzzy-match|id-match|leveraged-glossary|leveraged-inherited|leveraged-mt|leveraged-repository|leveraged-tm|mt-suggestion|rejected-grammar|rejected-inaccurate|rejected-length|rejected-spelling|tm-suggestion';
const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;
const YES_NO = /^(yes|no)$/;
const ANY = /^/;
const CTYPE = /^(bold|italic|underlined|link|image|pb|lb|x-\S+)$/;

/** `children`: names in order as a regular expression over `name ` each, `other ` for another namespace. */
const RULES: {
  readonly [name: string]: {
    children: RegExp;
    attributes: { readonly [name: string]: RegExp };
    required?: readonly string[];
    words?: boolean;
  };
} = {
  xliff: { children: /^(file )+$/, attributes: { version: /^1\.2$/ }, required: ['version'] },
  file: {
    children: /^(header )?body $/,
    attributes: {
      original: ANY,
      'source-language': LANGUAGE,
      'target-language': LANGUAGE,
      datatype: /^x-\S+$/,
      'xml:space': /^(preserve|default)$/,
    },
    required: ['original', 'source-language', 'datatype'],
  },
  header: { children: /^(note )*(other )*$/, attributes: {} },
  body: { children: /^(group |trans-unit )*$/, attributes: {} },
  group: {
    children: /^(note )*(other )*(group |trans-unit )*$/,
    attributes: { id: ANY, restype: /^x-\S+$/, resname: ANY, translate: YES_NO },
  },
  'trans-unit': {
    children: /^source (target )?(note |alt-trans )*(other )*$/,
    attributes: { id: ANY, approved: YES_NO, translate: YES_NO },
    required: ['id'],
  },
  'alt-trans': {
    children: /^(source )?(target )+(note )*(other )*$/,
    attributes: { alttranstype: /^(proposal|previous-version|rejected|reference|accepted)$/ },
  },
  source: { children: /^/, attributes: {}, words: true },
  target: {
    children: /^/,
    attributes: { state: new RegExp(`^(${STATES})$`), 'state-qualifier': new RegExp(`^(${QUALIFIERS})$`) },
    words: true,
  },
  note: { children: /^$/, attributes: { from: ANY }, words: true },
  g: { children: /^/, attributes: { id: ANY, ctype: CTYPE, 'equiv-text': ANY }, required: ['id'], words: true },
  x: { children: /^$/, attributes: { id: ANY, ctype: CTYPE, 'equiv-text': ANY }, required: ['id'] },
  it: { children: /^$/, attributes: { id: ANY, pos: /^(open|close)$/, 'equiv-text': ANY }, required: ['id', 'pos'], words: true },
};

export function schemaFaults(xml: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const visit = (element: XmlElement): void => {
    if (element.space !== XLIFF) return;
    const rule = RULES[element.name];
    const at = `${element.line} <${element.name}>`;
    if (rule === undefined) {
      faults.push(`${at}: not in the schema`);
      return;
    }
    const children = element.children.filter((child): child is XmlElement => typeof child !== 'string');
    const names = children.map((child) => (child.space === XLIFF ? child.name : 'other'));
    if (!rule.children.test(names.map((name) => `${name} `).join(''))) faults.push(`${at}: children ${names.join(' ')}`);
    if (/^(source|target|g)$/.test(element.name) && names.some((name) => !INLINE.includes(name))) faults.push(`${at}: ${names.join(' ')}`);
    if (rule.words !== true && element.children.some((child) => typeof child === 'string' && child.trim() !== ''))
      faults.push(`${at}: words`);
    for (const [name, value] of element.attributes) {
      if (name.startsWith('{')) continue;
      if (rule.attributes[name]?.test(value) !== true) faults.push(`${at}: ${name}="${value}"`);
    }
    for (const name of rule.required ?? []) if (!element.attributes.has(name)) faults.push(`${at}: no ${name}`);
    if (element.name === 'trans-unit') {
      const id = element.attributes.get('id') ?? '';
      if (ids.has(id)) faults.push(`${at}: id "${id}" again`);
      ids.add(id);
    }
    for (const child of children) visit(child);
  };
  visit(readXml(xml, 'a.xlf'));
  return faults;
}
