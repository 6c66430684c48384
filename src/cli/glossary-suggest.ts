/** `dragoman glossary suggest`: names and terms of the articles that the glossary lacks, with how the editions say them. */

import { recordFormat } from '../adapters.ts';
import { KnownError } from '../errors.ts';
import { writeGlossary } from '../glossary/csv.ts';
import type { Term } from '../glossary/term.ts';
import type { TranslatedSentence } from '../names/renderings.ts';
import { type Suggestion, suggestTerms } from '../names/suggest.ts';
import { openGlossary } from '../project/disk.ts';
import { chosenLocales, chosenSourceLocale, openProject, type Project } from '../project/project.ts';
import { articleRecords, readableRecordAt } from '../project/records.ts';
import { counted } from '../text/counted.ts';
import { words } from '../text.ts';
import { type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

const LEAST = 3;

export const runGlossarySuggest: RunCommand = async ([locale], options, context) => {
  const project = openProject(context.cwd, context.config);
  const locales = chosenLocales(project, locale ?? text(options.to));
  const from = chosenSourceLocale(project, text(options.from));
  const least = leastOf(text(options.min));
  let count = 0;
  for (const to of locales) {
    const { terms } = openGlossary(project, to, from);
    const found = suggestTerms(articlesOf(project, from, to), { from, to, terms, least });
    count += found.length;
    if (options.csv === true) {
      const csv = writeGlossary(found.map(rowOf));
      // One header, so that the rows of several locales are one file.
      context.print((to === locales[0] ? csv : csv.slice(csv.indexOf('\n') + 1)).trimEnd());
    } else
      for (const suggestion of found)
        if (context.json) context.print({ type: 'suggestion', locale: to, ...suggestion });
        else context.print(`${to}  ${suggestion.count}  ${suggestion.source}: ${saidOf(suggestion)}`);
  }
  if (context.json) context.print({ type: 'summary', suggestions: count });
  else if (options.csv !== true)
    context.print(
      `${counted(count, 'name or term', 'names and terms')} that the ${locales.length === 1 ? 'glossary lacks' : 'glossaries lack'}`,
    );
  return exit.done;
};

function leastOf(given: string | undefined): number {
  if (given === undefined) return LEAST;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new KnownError('--min is no count', { expected: 'a whole number from 1', got: given });
}

/** By article: sentences that a person is not sure of say nothing. */
function* articlesOf(project: Project, from: string, to: string): Generator<TranslatedSentence[]> {
  for (const { path } of articleRecords(project, to)) {
    const record = readableRecordAt(project, recordFormat, path);
    if (record?.sourceLocale !== from) continue;
    yield record.blocks.flatMap(({ segments }) =>
      segments.map(({ source, target }) => ({
        source: words(source),
        ...(target !== undefined && target.state !== 'needs-review' && { target: words(target.text) }),
      })),
    );
  }
}

/** `4 x oficina del puerto, 2 x capitanía`; one rendering is said without its count. */
function saidOf({ said, count }: Suggestion): string {
  if (said.length === 0) return 'not translated yet, or never in the same words';
  const [first] = said;
  if (said.length === 1 && first !== undefined) return first.count === count ? first.target : `${first.count} x ${first.target}`;
  return said.map(({ target, count: times }) => `${times} x ${target}`).join(', ');
}

/** A row that can be put into the glossary as it is; where editions differ the note says so. */
function rowOf(suggestion: Suggestion): Term {
  const { source, said } = suggestion;
  return {
    source,
    target: said[0]?.target ?? '',
    ...(suggestion.kind === 'term' && { kind: 'term' }),
    ...(said.length > 1 && { note: saidOf(suggestion) }),
  };
}
