/** A term base as TBX-Basic in DCA style, one line an element: as ISO 30042:2019 has it, or as the edition of 2008 that most tools read. */

import type { Term } from '../../glossary/term.ts';
import type { TermBase } from '../../glossary/term-base.ts';
import { xmlAttribute, xmlText } from '../../xml.ts';
import { OWN_NOTE, PROPER_NOUN, STATUS } from './term-status.ts';

/** What the editions of the standard call the same; that of 2008 demands a DOCTYPE. */
interface Names {
  readonly head: string;
  readonly root: string;
  readonly header: string;
  readonly concept: string;
  readonly language: string;
  readonly term: string;
}
const ED_2019: Names = {
  head: '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca"',
  root: 'tbx',
  header: 'tbxHeader',
  concept: 'conceptEntry',
  language: 'langSec',
  term: 'termSec',
};
const ED_2008: Names = {
  head: '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n<martif type="TBX-Basic"',
  root: 'martif',
  header: 'martifHeader',
  concept: 'termEntry',
  language: 'langSet',
  term: 'tig',
};

/** @returns a file that holds no dates and no machine's name: equal terms give equal bytes */
export const writeTbx = (base: TermBase): string => written(base, ED_2019);

/** For tools that know TBX of 2008 only: Weblate, OmegaT, translate-toolkit. */
export const writeMartif = (base: TermBase): string => written(base, ED_2008);

function written({ from, to, terms }: TermBase, names: Names): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
${names.head}${xmlAttribute('xml:lang', from)}>
<${names.header}><fileDesc><sourceDesc><p>${xmlText(`Dragoman: ${from} to ${to}`)}</p></sourceDesc></fileDesc></${names.header}>
<text><body>
${terms.map((term, index) => concept(term, index + 1, { from, to, names })).join('')}</body></text>
</${names.root}>
`;
}

function concept(term: Term, number: number, { from, to, names }: { from: string; to: string; names: Names }): string {
  const { status } = term;
  const main = status === 'forbidden' ? STATUS.forbidden : status === 'admitted' ? STATUS.admitted : status && STATUS.preferred;
  const notes = [...(term.note === undefined ? [] : [term.note]), ...ownNote(term)];
  return [
    `<${names.concept} id="c${number}">`,
    ...(term.kind === undefined ? [] : [`<descrip type="subjectField">${term.kind}</descrip>`]),
    language(names, from, [termSection(names, term.source, { speech: speech(term) })]),
    language(names, to, [
      termSection(names, term.target, { status: main, speech: speech(term), notes }),
      ...(term.forms ?? []).map((form) => termSection(names, form, { status: STATUS.admitted })),
      ...(term.variants ?? []).map((form) => termSection(names, form, { status: STATUS.variants })),
      ...(term.forbidden ?? []).map((form) => termSection(names, form, { status: STATUS.forbidden })),
    ]),
    `</${names.concept}>\n`,
  ].join('\n');
}

const language = (names: Names, tag: string, sections: readonly string[]) =>
  `<${names.language}${xmlAttribute('xml:lang', tag)}>\n${sections.join('\n')}\n</${names.language}>`;

function termSection(
  names: Names,
  text: string,
  said: { readonly status?: string | undefined; readonly speech?: string | undefined; readonly notes?: readonly string[] },
): string {
  const { status, speech, notes = [] } = said;
  const note = (type: string, value: string | undefined) => (value === undefined ? '' : `<termNote type="${type}">${value}</termNote>`);
  return `<${names.term}><term>${xmlText(text)}</term>${note('partOfSpeech', speech)}${note('administrativeStatus', status)}${notes
    .map((one) => `<note>${xmlText(one)}</note>`)
    .join('')}</${names.term}>`;
}

function speech({ kind }: Term): string | undefined {
  return kind === undefined || kind === 'term' ? undefined : PROPER_NOUN;
}

function ownNote(term: Term): string[] {
  const said = [
    ...(term.status === 'untranslated' || term.status === 'forbidden' ? [`status=${term.status}`] : []),
    ...(term.case === undefined ? [] : [`case=${term.case}`]),
    ...(term.compounds === undefined ? [] : [`compounds=${term.compounds ? 'yes' : 'no'}`]),
    ...(term.indeclinable === undefined ? [] : [`indeclinable=${term.indeclinable ? 'yes' : 'no'}`]),
  ];
  return said.length === 0 ? [] : [OWN_NOTE + said.join('; ')];
}
