import { describe, expect, it } from 'vitest';
import { withoutMarks } from '../../src/fragment/without-marks.ts';

const words: Record<string, string> = {
  'The port': 'El puerto',
  'the port': 'el puerto',
  'is closed': 'está cerrado',
  see: 'ver',
  See: 'Vea',
  'the report': 'el informe',
  'of Monday': 'del lunes',
};

describe('marks put back by the words around them', () => {
  it.each([
    // source, the whole answer, what it becomes
    ['<g id="1">The port</g> is closed.', 'El puerto está cerrado.', '<g id="1">El puerto</g> está cerrado.'],
    ['<g id="1">The port is closed.</g>', 'El puerto está cerrado.', '<g id="1">El puerto está cerrado.</g>'],
    ['<g id="1">The port is closed</g>.', 'El puerto está cerrado.', '<g id="1">El puerto está cerrado</g>.'],
    ['The port is closed.<x id="1"/>', 'El puerto está cerrado.', 'El puerto está cerrado.<x id="1"/>'],
    ['<x id="1"/> The port is closed.', 'El puerto está cerrado.', '<x id="1"/> El puerto está cerrado.'],
    ['The port <x id="1"/> is closed.', 'El puerto está cerrado.', 'El puerto <x id="1"/> está cerrado.'],
    ['The port<x id="1"/> is closed.', 'El puerto está cerrado.', 'El puerto<x id="1"/> está cerrado.'],
    ['See <g id="1">the report</g> of Monday.', 'Del lunes vea el informe.', 'Del lunes vea <g id="1">el informe</g>.'],
    ['See <g id="1"><g id="2">the report</g></g>.', 'Vea el informe.', 'Vea <g id="1"><g id="2">el informe</g></g>.'],
    ['See <g id="1">the report<x id="2"/></g>.', 'Vea el informe.', 'Vea <g id="1">el informe<x id="2"/></g>.'],
    [
      'See <g id="1"><x id="2"/></g> <g id="3">the report</g>.',
      'Vea el informe.',
      'Vea <g id="1"><x id="2"/></g> <g id="3">el informe</g>.',
    ],
  ])('%s', (source, whole, wanted) => {
    const unmarked = withoutMarks(source);
    const answers = unmarked.texts.map((text, index) => (index === 0 ? whole : (words[text.replace(/\.$/, '')] ?? text)));
    expect(unmarked.restore(answers)).toBe(wanted);
  });

  it('finds words with any sign in them', () => {
    const unmarked = withoutMarks('The <g id="1">co-op (ltd.)</g> won');
    expect(unmarked.restore(['Ganó la co-op (s.l.)', 'La', 'Co-op (S.L.)', 'ganó'])).toBe('Ganó la <g id="1">co-op (s.l.)</g>');
  });

  it('sends the pieces only where there is more than one', () => {
    expect(withoutMarks('<g id="1">The port</g>.').texts).toEqual(['The port.']);
    expect(withoutMarks('See <g id="1">the port</g>.').texts).toEqual(['See the port.', 'See', 'the port']);
  });

  it.each([
    ['stands twice', 'el informe del informe', 'informe'],
    ['does not stand there', 'Vea esto', 'el informe'],
    ['stands only as a part of a word', 'Vea los informes', 'informe'],
    ['is empty', 'Vea esto', ''],
  ])('gives up where the piece %s', (_, whole, piece) => {
    expect(withoutMarks('See <g id="1">the report</g>').restore([whole, 'Vea', piece])).toBeUndefined();
  });
});
