/** A term base as TBX-Basic in DCA style, one line an element. */

import type { Term } from '../../glossary/term.ts';
import type { TermBase } from '../../glossary/term-base.ts';
import { xmlAttribute, xmlText } from '../../xml.ts';
import { OWN_NOTE, PROPER_NOUN, STATUS } from './term-status.ts';

/** @returns a file that holds no dates and no machine's name: equal terms give equal bytes */
export function writeTbx({ from, to, terms }: TermBase): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca"${xmlAttribute('xml:lang', from)}>
<tbxHeader><fileDesc><sourceDesc><p>${xmlText(`Dragoman: ${from} to ${to}`)}</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
${terms.map((term, index) => concept(term, index + 1, from, to)).join('')}</body></text>
</tbx>
`;
}

function concept(term: Term, number: number, from: string, to: string): string {
  const { status } = term;
  const main = status === 'forbidden' ? STATUS.forbidden : status === 'admitted' ? STATUS.admitted : status && STATUS.preferred;
  const notes = [...(term.note === undefined ? [] : [term.note]), ...ownNote(term)];
  return [
    `<conceptEntry id="c${number}">`,
    ...(term.kind === undefined ? [] : [`<descrip type="subjectField">${term.kind}</descrip>`]),
    language(from, [termSection(term.source, undefined, speech(term))]),
    language(to, [
      termSection(term.target, main, speech(term), notes),
      ...(term.forms ?? []).map((form) => termSection(form, STATUS.admitted)),
      ...(term.variants ?? []).map((form) => termSection(form, STATUS.variants)),
      ...(term.forbidden ?? []).map((form) => termSection(form, STATUS.forbidden)),
    ]),
    '</conceptEntry>\n',
  ].join('\n');
}

const language = (tag: string, sections: readonly string[]) =>
  `<langSec${xmlAttribute('xml:lang', tag)}>\n${sections.join('\n')}\n</langSec>`;

function termSection(text: string, status?: string, speech?: string, notes: readonly string[] = []): string {
  const note = (type: string, value: string | undefined) => (value === undefined ? '' : `<termNote type="${type}">${value}</termNote>`);
  return `<termSec><term>${xmlText(text)}</term>${note('partOfSpeech', speech)}${note('administrativeStatus', status)}${notes
    .map((one) => `<note>${xmlText(one)}</note>`)
    .join('')}</termSec>`;
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
