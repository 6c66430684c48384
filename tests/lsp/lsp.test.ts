/** `dragoman lsp` as an editor meets it: the protocol over standard input and output, on a project of its own. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CodeAction, CompletionItem, Diagnostic, InlayHint } from 'vscode-languageserver/node';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';
import { editorOn } from './editor.ts';

const SOURCE =
  '---\ntitle: The harbour\n---\n\nThe harbour office opens on Monday. Nobody was **hurt** in Baton Rouge.\n\nIt cost 40 euros, see [the plan](#plan).\n';
const GLOSSARY = 'source,target,note\nharbour office,Autoridad Portuaria,as its own site writes it\n';
const EDITION =
  '---\ntitle: El puerto\n---\n\nLa Autoridad Portuaria abre el lunes. Nadie resultó **herido** en Baton Rouge.\n\nCostó 40 euros, véase [el plan](#plan).\n';
const [ARTICLE, ES] = ['articles/en/a.md', 'articles/es/a.md'];

async function newsroom(files: Readonly<Record<string, string>> = {}, config = {}) {
  const project = checkout({ [ARTICLE]: SOURCE, 'locales/es/glossary.csv': GLOSSARY, ...files }, config);
  const run = inProcess(project.root);
  await run('translate');
  project.write(ES, EDITION);
  await run('translate');
  return { ...project, run };
}

const SNIPPETS = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);
/** The words that a diagnostic underlines. */
const underlined = (text: string, { range: { start, end } }: Diagnostic) =>
  start.line === end.line ? text.split('\n')[start.line]?.slice(start.character, end.character) : undefined;

test('findings of an edition come from the unsaved text, at the words that they are about, and go as they are mended', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root);
  await editor.open(ES, EDITION);
  expect(codes(await editor.diagnostics(ES))).toEqual([]);
  const broken = EDITION.replace('40 euros', '50 euros').replace('La Autoridad Portuaria', 'La oficina');
  await editor.change(ES, broken);
  const found = await editor.diagnostics(ES);
  expect(codes(found).sort()).toEqual(['numbers', 'terms']);
  const [numbers, terms] = ['numbers', 'terms'].map((code) => found.find((one) => one.code === code) as Diagnostic);
  expect(underlined(broken, terms as Diagnostic)).toBe('La oficina abre el lunes.');
  expect((numbers as Diagnostic).range.start.line).toBe(6);
  // What is on disk is not touched by looking.
  expect(project.read(ES)).toBe(EDITION);
  await editor.change(ES, EDITION);
  expect(codes(await editor.diagnostics(ES))).toEqual([]);
});

test('in a source: dead anchors, values that stay, and the names that a glossary has no entry for', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root);
  await editor.open(ARTICLE, SOURCE);
  const found = await editor.diagnostics(ARTICLE);
  const anchor = found.find(({ code }) => code === 'dead-links') as Diagnostic;
  expect(underlined(SOURCE, anchor)).toBe('](#plan)');
  const name = found.find(({ code }) => code === 'glossary') as Diagnostic;
  expect([underlined(SOURCE, name), name.message, name.severity]).toEqual(['Baton Rouge', 'No entry in the glossary: es', 4]);
  const mended = SOURCE.replace('It cost', '## Plan\n\nIt cost').replace('title: The harbour', 'by: &x Ana\ntitle: *x');
  await editor.change(ARTICLE, mended);
  const now = await editor.diagnostics(ARTICLE);
  expect(codes(now)).not.toContain('dead-links');
  expect(now.find(({ code }) => code === 'unread')).toMatchObject({
    message: expect.stringContaining('"title" stays as it is'),
    severity: 3,
  });
});

test('a source or a glossary that cannot be read says so at its place', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root);
  await editor.open(ARTICLE, '---\ntitle: "open\n---\n\nText.\n');
  const [unreadable] = await editor.diagnostics(ARTICLE);
  expect(unreadable).toMatchObject({ severity: 1, source: 'dragoman' });
  await editor.change(ARTICLE, '<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n');
  expect((await editor.diagnostics(ARTICLE))[0]?.message).toContain('an unsettled merge');
  project.write('locales/es/glossary.csv', 'source\nharbour\n');
  await editor.open('locales/es/glossary.csv', 'source\nharbour\n');
  const [glossary] = await editor.diagnostics('locales/es/glossary.csv');
  expect(glossary?.message).toContain('target');
});

test('questions about places and documents that are not there are answered with nothing, and the server goes on', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root);
  const uris = [
    editor.uri(ARTICLE),
    editor.uri('articles/en/../../../etc/passwd'),
    'untitled:1',
    'http://news.example/a.md',
    'file:///a/%zz',
    '',
  ];
  const positions = [
    { line: -1, character: -1 },
    { line: 1e9, character: 1e9 },
  ];
  for (const uri of uris)
    for (const position of positions)
      for (const method of ['hover', 'definition', 'completion', 'codeAction', 'inlayHint', 'rename']) {
        const range = { start: position, end: position };
        const more = { position, range, context: { diagnostics: [] }, newName: '\u0000::error::' };
        const answer = await editor.ask(`textDocument/${method}`, { textDocument: { uri }, ...more });
        expect(answer ?? [], `${method} ${uri}`).toEqual([]);
      }
  for (const command of ['dragoman.waive', 'dragoman.accept'])
    for (const given of [undefined, [null], ['__proto__', 7], [{ uri: 'file:///etc/passwd', locale: '../../x', slug: '../x' }]])
      await editor.ask('workspace/executeCommand', { command, arguments: given }).catch(() => undefined);
  await editor.open(ARTICLE, '\0\ud800');
  await editor.change(ARTICLE, '**a'.repeat(30_000));
  expect((await editor.diagnostics(ARTICLE))[0]?.message).toContain('Too many marks in a sentence');
});

test('a request without what it needs is told so, and the server goes on', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root);
  await editor.open(ARTICLE, SOURCE);
  const uri = editor.uri(ARTICLE);
  const asked = ['hover', 'definition', 'completion', 'codeAction', 'inlayHint', 'prepareRename', 'rename'].map(
    (one) => `textDocument/${one}`,
  );
  // InvalidParams (JSON-RPC 2.0, 5.1).
  for (const method of [...asked, 'workspace/executeCommand'])
    for (const params of [undefined, {}, [], { textDocument: { uri } }, { textDocument: { uri }, position: 1, range: {}, command: 7 }])
      await expect(editor.ask(method, params), `${method} ${JSON.stringify(params)}`).rejects.toMatchObject({ code: -32602 });
  expect(await editor.askAt('textDocument/hover', ARTICLE, 'harbour office')).not.toBeNull();
});

test('a memory that cannot be read is told once', async () => {
  const project = await newsroom();
  project.write('locales/es/memory/old.xlf', '<xliff');
  const editor = await editorOn(project.root);
  await editor.open(ES, EDITION);
  await editor.askAt('textDocument/rename', ES, 'Autoridad', { newName: 'Otra' });
  expect(editor.questions.filter(({ message }) => message.includes('locales/es/memory/old.xlf'))).toHaveLength(1);
});

test('files of no project, and those that are no articles, are left alone', async () => {
  const project = await newsroom({ 'README.md': '# Baton Rouge\n' });
  const editor = await editorOn(project.root);
  await editor.open('README.md', '# Baton Rouge\n');
  expect(await editor.diagnostics('README.md')).toEqual([]);
  expect(await editor.askAt('textDocument/hover', 'README.md', 'Baton')).toBeNull();
});

test('a term tells the form and the note of every locale, and how many sentences have it; a sentence its source', async () => {
  const project = await newsroom({}, { targetLocales: ['es', 'ca'] });
  const editor = await editorOn(project.root);
  await editor.open(ARTICLE, SOURCE);
  await editor.open(ES, EDITION);
  for (const [file, words] of [
    [ARTICLE, 'harbour office'],
    [ES, 'Autoridad'],
  ] as const) {
    const { contents } = await editor.askAt('textDocument/hover', file, words);
    expect(contents.value).toContain('- es: **Autoridad Portuaria** (as its own site writes it; 1 sentence)');
    expect(contents.value).toContain('- ca: no entry');
  }
  const { contents } = await editor.askAt('textDocument/hover', ES, 'Nadie');
  expect(contents.value).toBe('> Nobody was hurt in Baton Rouge.\n\nreviewed');
});

test('definition leads from a sentence to its other side, and back', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root);
  await editor.open(ARTICLE, SOURCE);
  await editor.open(ES, EDITION);
  const [there] = await editor.askAt('textDocument/definition', ARTICLE, 'Nobody');
  expect(there.uri).toBe(editor.uri(ES));
  expect(there.range.start).toEqual({ line: 4, character: 38 });
  const [back] = await editor.askAt('textDocument/definition', ES, 'Costó');
  expect([back.uri, back.range.start]).toEqual([editor.uri(ARTICLE), { line: 6, character: 0 }]);
});

test("the glossary's form is put into the sentence; no other byte of the editor's text changes", async () => {
  const project = await newsroom();
  project.write('locales/es/glossary.csv', 'source,target,variants\nharbour office,Autoridad Portuaria,Oficina del Puerto\n');
  const editor = await editorOn(project.root);
  const other = EDITION.replace('Autoridad Portuaria', 'Oficina del Puerto');
  await editor.open(ES, other);
  const diagnostics = (await editor.diagnostics(ES)).filter(({ code }) => code === 'terms');
  const [{ range }] = diagnostics as [Diagnostic];
  const actions: CodeAction[] = await editor.ask('textDocument/codeAction', {
    textDocument: { uri: editor.uri(ES) },
    range,
    context: { diagnostics },
  });
  const fix = actions.find(({ title }) => title === "Use the glossary's form");
  expect(applied(other, fix?.edit?.changes?.[editor.uri(ES)] ?? [])).toBe(EDITION);
});

test('a sentence that is accepted is reviewed in its record, and a finding that is no problem is waived; unsaved text is neither', async () => {
  const project = checkout({ [ARTICLE]: SOURCE });
  const run = inProcess(project.root);
  await run('translate');
  const text = project.read(ES);
  const editor = await editorOn(project.root);
  await editor.open(ES, text);
  const hints: InlayHint[] = await editor.ask('textDocument/inlayHint', inlayIn(editor.uri(ES)));
  expect(hints.map(({ label }) => label)).toEqual(Array(4).fill('machine: capitals'));
  const position = { line: 4, character: 3 };
  const actions: CodeAction[] = await editor.ask('textDocument/codeAction', {
    textDocument: { uri: editor.uri(ES) },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  const [accept] = actions;
  const { command, arguments: given } = accept?.command ?? { command: '' };
  await editor.change(ES, `${text}\nMore.\n`);
  await expect(editor.ask('workspace/executeCommand', { command, arguments: given })).rejects.toThrow('is not saved');
  await editor.change(ES, text);
  await editor.ask('workspace/executeCommand', { command, arguments: given });
  const after: InlayHint[] = await editor.ask('textDocument/inlayHint', inlayIn(editor.uri(ES)));
  expect(after.map(({ label }) => label)).toEqual(['machine: capitals', 'reviewed', 'machine: capitals', 'machine: capitals']);
  expect(project.read(ES)).toBe(text);
  await editor.ask('workspace/executeCommand', {
    command: 'dragoman.waive',
    arguments: [editor.uri(ES), given?.[1], 'numbers', 'as the agency has it'],
  });
  expect(project.read('locales/es/articles/a.xlf')).toContain('as the agency has it');
});

test('a name goes into the glossary of a locale as its edition says it, by an edit that a person sees', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root);
  await editor.open(ARTICLE, SOURCE);
  const diagnostics = (await editor.diagnostics(ARTICLE)).filter(({ code }) => code === 'glossary');
  const [action]: CodeAction[] = await editor.ask('textDocument/codeAction', {
    textDocument: { uri: editor.uri(ARTICLE) },
    range: diagnostics[0]?.range,
    context: { diagnostics },
  });
  expect(action?.title).toBe('Add to the glossary of es: Baton Rouge = Baton Rouge');
  const [change] = (action?.edit?.documentChanges ?? []) as { edits: Edit[] }[];
  expect(applied(GLOSSARY, change?.edits ?? [])).toBe(`${GLOSSARY}Baton Rouge,Baton Rouge,\n`);
});

test('terms and lacking marks of the sentence are offered', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root, { capabilities: SNIPPETS });
  await editor.open(ES, EDITION.replace('**herido**', 'herido').replace('La Autoridad Portuaria', 'La'));
  const office: CompletionItem[] = await editor.askAt('textDocument/completion', ES, ' abre');
  expect(office.map(({ label, detail }) => [label, detail])).toEqual([['Autoridad Portuaria', 'harbour office']]);
  const marks: CompletionItem[] = await editor.askAt('textDocument/completion', ES, 'herido');
  expect(marks.map(({ label, insertText }) => [label, insertText])).toEqual([['**…**', '**$1**']]);
});

test('what is begun of a term or a mark is written over, not doubled', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root);
  const begun = EDITION.replace('**herido**', '**herido').replace('La Autoridad Portuaria', 'La autoridad po');
  await editor.open(ES, begun);
  const written = async (behind: string) => {
    const [item]: CompletionItem[] = await editor.askAt('textDocument/completion', ES, behind);
    return applied(begun, [item?.textEdit as Edit]);
  };
  expect(await written(' abre')).toBe(begun.replace('autoridad po', 'Autoridad Portuaria'));
  // Without snippets there is no `$1` in the text.
  expect(await written('herido')).toBe(begun.replace('**herido', '****herido'));
});

test('what is no beginning of a word is none of a term: "la" in "hala" does not become "La Haya"', async () => {
  const project = await newsroom({ 'locales/es/glossary.csv': 'source,target\nharbour office,La Haya\n' });
  const editor = await editorOn(project.root);
  await editor.open(ES, EDITION.replace('La Autoridad Portuaria', 'Hala'));
  const [item]: CompletionItem[] = await editor.askAt('textDocument/completion', ES, ' abre');
  expect(item).toMatchObject({ label: 'La Haya', insertText: 'La Haya' });
});

test('an editor is told to read its hints again when a decision has changed them, and the text has not', async () => {
  const project = checkout({ [ARTICLE]: SOURCE });
  await inProcess(project.root)('translate');
  const editor = await editorOn(project.root, { capabilities: { workspace: { inlayHint: { refreshSupport: true } } } });
  await editor.open(ES, project.read(ES));
  await editor.diagnostics(ES);
  const position = { line: 4, character: 3 };
  const [accept]: CodeAction[] = await editor.ask('textDocument/codeAction', {
    textDocument: { uri: editor.uri(ES) },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  const refreshed = editor.hintsRefreshed();
  await editor.ask('workspace/executeCommand', accept?.command);
  await refreshed;
  const hints: InlayHint[] = await editor.ask('textDocument/inlayHint', inlayIn(editor.uri(ES)));
  expect(hints.map(({ label }) => label)).toContain('reviewed');
});

test('a term is renamed in every edition, as a correction that is shown first', async () => {
  const files = { [ARTICLE]: SOURCE, 'articles/en/b.md': '# The harbour office\n\nThe harbour office is closed.\n' };
  // An engine in capitals says the term as it is.
  const project = checkout({ ...files, 'locales/es/glossary.csv': GLOSSARY.replace('Autoridad Portuaria', 'Harbour Office') });
  const run = inProcess(project.root);
  await run('translate');
  project.write(ES, project.read(ES).replace('THE HARBOUR OFFICE OPENS', 'La Harbour Office abre'));
  await run('translate');
  const editor = await editorOn(project.root);
  const text = project.read('articles/es/b.md');
  await editor.open('articles/es/b.md', text);
  const at = ['articles/es/b.md', 'HARBOUR OFFICE IS'] as const;
  expect(await editor.askAt('textDocument/prepareRename', ...at)).toMatchObject({ placeholder: 'Harbour Office' });
  await editor.askAt('textDocument/rename', ...at, { newName: 'Capitanía Marítima' });
  expect(editor.questions[0]?.message).toContain('harbour office: Harbour Office -> Capitanía Marítima\n3 sentences: 2 by rule');
  expect(project.read('locales/es/glossary.csv')).toContain('harbour office,Capitanía Marítima');
  expect(project.read('articles/es/b.md')).toContain('THE CAPITANÍA MARÍTIMA IS CLOSED.');
  // Its person has read that sentence: what they wrote is theirs.
  expect(project.read(ES)).toContain('La Harbour Office abre');
});

test('what the engine has not brought the new name to is told once it is done', async () => {
  const project = checkout({ [ARTICLE]: SOURCE, 'articles/en/b.md': 'The harbour office is closed.\n' });
  const run = inProcess(project.root);
  await run('translate');
  project.write('locales/es/glossary.csv', GLOSSARY);
  project.write(ES, project.read(ES).replace('THE HARBOUR OFFICE OPENS', 'La Autoridad Portuaria abre'));
  await run('translate');
  const editor = await editorOn(project.root);
  await editor.open(ES, project.read(ES));
  await editor.askAt('textDocument/rename', ES, 'Autoridad', { newName: 'Capitanía' });
  expect(editor.questions[1]?.message).toBe('1 sentence does not say "Capitanía", since the engine did not bring it: b');
});

test('a correction that is declined changes nothing', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root, { answer: 'Cancel' });
  await editor.open(ES, EDITION);
  await editor.askAt('textDocument/rename', ES, 'Autoridad', { newName: 'Otra' });
  expect(project.read('locales/es/glossary.csv')).toBe(GLOSSARY);
});

test('a glossary that is saved elsewhere counts at the next look', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root);
  await editor.open(ES, EDITION);
  expect(codes(await editor.diagnostics(ES))).toEqual([]);
  writeFileSync(join(project.root, 'locales/es/glossary.csv'), 'source,target\nharbour office,Capitanía\n');
  await editor.save(ES);
  expect(codes(await editor.diagnostics(ES))).toEqual(['terms']);
});

test('in a long edition the words that are being written are looked at alone; what has moved on their line is found where it is', async () => {
  const more = Array.from({ length: 320 }, (_, at) => `Ward ${at} opens.`).join('\n\n');
  const project = checkout({ [ARTICLE]: `${SOURCE}\n${more}\n`, 'locales/es/glossary.csv': GLOSSARY });
  const run = inProcess(project.root);
  await run('translate');
  const whole = project.read(ES).replace('THE HARBOUR OFFICE OPENS ON MONDAY. NOBODY', 'La Autoridad Portuaria abre el lunes 3. NOBODY');
  const editor = await editorOn(project.root);
  await editor.open(ES, whole);
  const at = ({ range: { start }, code }: Diagnostic) => `${code} ${start.line}:${start.character}`;
  const opened = (await editor.diagnostics(ES)).map(at);
  expect(opened).toContain('numbers 4:37');
  const worse = whole.replace('abre el lunes 3', 'abre a mano el lunes 43');
  await editor.change(ES, worse);
  expect((await editor.diagnostics(ES)).map(at)).toContain('numbers 4:44');
  const right = whole.replace(' lunes 3.', ' lunes.');
  await editor.change(ES, right);
  const mended = (await editor.diagnostics(ES)).map(at);
  expect(mended).not.toContainEqual(expect.stringContaining('numbers 4:'));
  // All the others are what they are when the whole edition is read.
  const another = await editorOn(project.root);
  await another.open(ES, right);
  expect(mended.sort()).toEqual((await another.diagnostics(ES)).map(at).sort());
});

const inlayIn = (uri: string) => ({ textDocument: { uri }, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } });

interface Edit {
  readonly range: Diagnostic['range'];
  readonly newText: string;
}

/** A text with an editor's edit applied. */
function applied(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Diagnostic['range']['start']) =>
    lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  const [edit] = edits;
  return edit === undefined ? text : text.slice(0, offset(edit.range.start)) + edit.newText + text.slice(offset(edit.range.end));
}

test('a configuration that is saved elsewhere counts at the next look, whether or not the editor tells of it', async () => {
  const project = await newsroom();
  const editor = await editorOn(project.root);
  await editor.open(ES, EDITION);
  expect(await editor.diagnostics(ES)).toEqual([]);
  const config = JSON.parse(project.read('dragoman.config.json'));
  const write = (more: object) => project.write('dragoman.config.json', JSON.stringify({ ...config, ...more }));
  write({ targetLocales: ['fr'] });
  // By now it is the edition of no locale.
  await editor.change(ES, EDITION.replace('40 euros', '50 euros'));
  expect(await editor.diagnostics(ES)).toEqual([]);
  write({ targetLocales: 'es' });
  await editor.change(ES, EDITION.replace('40 euros', '60 euros'));
  expect((await editor.diagnostics(ES))[0]?.message).toContain('targetLocales');
  write({});
  await editor.change(ES, EDITION.replace('40 euros', '70 euros'));
  expect(codes(await editor.diagnostics(ES))).toEqual(['numbers']);
});
