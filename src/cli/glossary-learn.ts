/** `dragoman glossary learn`: what reviewed sentences call a term, proposed as its forms. */

import { recordFormat } from '../adapters.ts';
import { sourceLocalesOf } from '../edition/collections.ts';
import { writeAtomic } from '../files/write.ts';
import { setTerms } from '../glossary/csv.ts';
import { type Confirmed, learnForms, type Proposal } from '../glossary/learn.ts';
import { openGlossary } from '../project/disk.ts';
import { chosenLocales, glossaryFile, locate, openProject, type Project, readProjectFile } from '../project/project.ts';
import { recordAt, recordFiles } from '../project/records.ts';
import { counted } from '../text/counted.ts';
import { words } from '../text.ts';
import { type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';

export const runGlossaryLearn: RunCommand = async (_, options, context) => {
  const project = openProject(context.cwd, context.config);
  let count = 0;
  for (const [locale, from] of pairs(project, chosenLocales(project, text(options.to)))) {
    const { required } = openGlossary(project, locale, from);
    const proposals = learnForms(reviewed(project, locale, from), required, from, locale);
    count += proposals.length;
    for (const { term, form, count: times, example } of proposals)
      if (context.json)
        context.print({ type: 'proposal', locale, source: term.source, target: term.target, form, count: times, ...asExample(example) });
      else context.print(`${locale}: "${term.source}" is said "${form}" (${times}): ${example.target}`);
    if (options.write === true && proposals.length > 0) add(project, glossaryFile(project, locale, from), proposals);
  }
  const written = options.write === true && count > 0;
  if (context.json) context.print({ type: 'summary', proposals: count, written });
  else context.print(`${counted(count, 'form')}${written ? ' added to the glossaries' : count === 0 ? '' : '; --write adds them'}`);
  return exit.done;
};

const asExample = ({ source, target }: Confirmed) => ({ example: { source, target } });

const pairs = ({ config }: Project, locales: readonly string[]) =>
  locales.flatMap((locale) => sourceLocalesOf(config).flatMap((from) => (from === locale ? [] : [[locale, from] as const])));

function* reviewed(project: Project, locale: string, from: string): Generator<Confirmed> {
  for (const { path } of recordFiles(project, locale)) {
    const record = recordAt(project, recordFormat, path);
    if (record.sourceLocale !== from) continue;
    for (const { segments } of record.blocks)
      for (const { source, target } of segments)
        if (target?.state === 'reviewed') yield { source: words(source), target: words(target.text) };
  }
}

function add(project: Project, file: string, proposals: readonly Proposal[]): void {
  const changes = [...Map.groupBy(proposals, ({ term }) => term.source)].map(([source, group]) => ({
    source,
    forms: [...new Set([...(group[0]?.term.forms ?? []), ...group.map(({ form }) => form)])],
  }));
  writeAtomic(locate(project, file), setTerms(readProjectFile(project, file) ?? '', changes, file));
}
