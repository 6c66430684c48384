/** `dragoman init`: looks at the repository, says what it found, and writes the configuration that fits. What is there already stays. */

import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isLocale } from '../config/locale.ts';
import { parseConfig } from '../config.ts';
import { KnownError } from '../errors.ts';
import { writeAtomic } from '../files/write.ts';
import { detectSite, type FoundSite } from '../project/detect.ts';
import { IGNORED, mergeAttributes, missingLines } from '../project/git-files.ts';
import { locate, openProject, readProjectFile } from '../project/project.ts';
import { CONFIG_FILE, configFileIn } from '../project/root.ts';
import { type CommandContext, type Options, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';
import { configText } from './init/config-text.ts';
import { type CostAhead, costAhead, nextLines } from './init/cost-ahead.ts';
import { ARTICLE, GLOSSARY } from './init/examples.ts';
import { foundLines } from './init/found-lines.ts';
import { WORKFLOW_FILE, workflow } from './init/workflow.ts';
import { answerTo, isYes } from './questions.ts';

/** What becomes of a file; `text` is its whole text, where it changes. */
interface Step {
  readonly file: string;
  readonly done: 'written' | 'added' | 'kept';
  readonly text?: string;
  /** Lines that are added to it. */
  readonly lines?: readonly string[];
}

export const runInit: RunCommand = async (_args, options, context) => {
  // Without links, for files are located by the real path.
  const cwd = realpathSync(context.cwd);
  const isDry = options['dry-run'] === true;
  const isAsked = process.stdin.isTTY === true && context.stderr.isTTY === true && !context.json && options.yes !== true;
  const started = configFileIn(cwd);
  const site = detectSite(cwd, chosenLocales(options, 'from')?.[0]);
  const runs = site.packageManager?.runs ?? 'npx';
  if (!context.json) for (const line of foundLines(site)) context.print(line);
  const targets = started === undefined ? (chosenLocales(options, 'to') ?? (await foundTargets(site, isAsked, context))) : [];
  const config = started === undefined ? configText(cwd, site, targets) : undefined;
  if (config !== undefined && (isAsked || isDry)) context.print(`${CONFIG_FILE}:\n${config}`);
  if (isAsked && config !== undefined && !(await isYes('Write it? [Y/n] ', true, context.signal))) return exit.done;
  const onGitHub = site.ci.some((name) => name.startsWith('GitHub'));
  const question = `Write ${WORKFLOW_FILE}, which translates on a push? [y/N] `;
  const hasWorkflow = options.workflow === true || (isAsked && onGitHub && (await isYes(question, false, context.signal)));

  const steps = [
    config === undefined ? { file: started ?? CONFIG_FILE, done: 'kept' as const } : written(cwd, CONFIG_FILE, config),
    // A repository without an article gets one to try with; never one that has its own.
    ...(config !== undefined && site.collections.length === 0 && site.generator === undefined
      ? [
          written(cwd, `articles/${site.sourceLocale ?? 'en'}/a-first-article.md`, ARTICLE),
          ...targets.map((locale) => written(cwd, `locales/${locale}/glossary.csv`, GLOSSARY)),
        ]
      : []),
    appended(cwd, '.gitignore', IGNORED),
    appended(cwd, '.gitattributes', mergeAttributes(config === undefined ? openProject(cwd).config : parsed(config))),
    ...(hasWorkflow ? [written(cwd, WORKFLOW_FILE, workflow(site.packageManager?.name))] : []),
  ];
  if (!isDry) for (const { file, text: whole } of steps) if (whole !== undefined) writeAtomic(join(cwd, file), whole);
  const driver = !isDry && installMergeDriver(cwd, runs);
  // Before the configuration is written there is nothing to count by.
  const ahead = isDry && config !== undefined ? undefined : aheadOf(cwd);
  if (started !== undefined && (options.to !== undefined || options.from !== undefined))
    context.say(`${started} stays as it is: change its "sourceLocale" and "targetLocales" there.`);
  tell(steps, { isDry, driver, ahead, runs, offersWorkflow: onGitHub && !hasWorkflow }, context);
  return exit.done;
};

const parsed = (config: string) => parseConfig(JSON.parse(config), CONFIG_FILE);

/** @throws KnownError for what is no locale */
function chosenLocales(options: Options, name: 'from' | 'to'): string[] | undefined {
  const locales = text(options[name])
    ?.split(',')
    .map((one) => one.trim());
  const unknown = locales?.find((locale) => !isLocale(locale));
  if (unknown === undefined) return locales;
  throw new KnownError(`--${name}: "${unknown}" is not a locale`, { expected: 'BCP 47 locales such as es,pt-BR', got: unknown });
}

async function foundTargets(site: FoundSite, isAsked: boolean, context: CommandContext): Promise<readonly string[]> {
  if (site.targetLocales.length > 0) return site.targetLocales;
  const usual = site.sourceLocale?.split('-')[0] === 'es' ? 'en' : 'es';
  if (!isAsked) return [usual];
  const answer = await answerTo(`Into which languages? (${usual}) `, context.signal);
  return answer === '' ? [usual] : (chosenLocales({ to: answer }, 'to') ?? [usual]);
}

function written(cwd: string, file: string, content: string): Step {
  return existsSync(locate({ root: cwd }, file)) ? { file, done: 'kept' } : { file, done: 'written', text: content };
}

/** Bytes that are there stay; only lines that are not there are added. */
function appended(cwd: string, file: string, wanted: readonly string[]): Step {
  const before = readProjectFile({ root: cwd }, file) ?? '';
  const lines = missingLines(before, wanted);
  if (lines.length === 0) return { file, done: 'kept' };
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || before.endsWith('\n') ? '' : end;
  return { file, done: before === '' ? 'written' : 'added', text: before + gap + lines.map((line) => line + end).join(''), lines };
}

/** A merge driver lives in the clone's own configuration, so that every clone runs `init` once. */
function installMergeDriver(cwd: string, runs: string): boolean {
  const set = (key: string, value: string) => execFileSync('git', ['-C', cwd, 'config', key, value], { stdio: 'ignore' });
  try {
    set('merge.dragoman.name', 'Dragoman: by sentence, segment and term');
    set('merge.dragoman.driver', `${runs} dragoman merge-file %O %A %B %P`);
    return true;
  } catch {
    return false;
  }
}

/** A layout that matches nothing yet has nothing ahead. */
function aheadOf(cwd: string): CostAhead | undefined {
  try {
    return costAhead(openProject(cwd), Date.now());
  } catch (error) {
    if (error instanceof KnownError) return undefined;
    throw error;
  }
}

interface Told {
  readonly isDry: boolean;
  readonly driver: boolean;
  readonly ahead: CostAhead | undefined;
  readonly runs: string;
  readonly offersWorkflow: boolean;
}

function tell(steps: readonly Step[], { isDry, driver, ahead, runs, offersWorkflow }: Told, context: CommandContext): void {
  const count = (done: Step['done']) => steps.filter((step) => step.done === done).length;
  if (context.json) {
    for (const { file, done, lines } of steps) context.print({ type: 'file', file, done, ...(lines !== undefined && { lines }) });
    context.print({
      ...{ type: 'summary', written: count('written'), added: count('added'), kept: count('kept'), mergeDriver: driver },
      ...(ahead !== undefined && { ahead }),
    });
    return;
  }
  for (const { file, done, lines } of steps) {
    context.print(`${(isDry && done !== 'kept' ? `not ${done}` : done).padEnd(isDry ? 12 : 8)} ${file}`);
    for (const line of lines ?? []) context.print(`         + ${line}`);
  }
  if (isDry) return;
  context.print(
    driver
      ? 'set      git merge driver "dragoman"'
      : 'no git repository here: "dragoman init" again after "git init" sets the merge driver',
  );
  if (offersWorkflow) context.print(`offered  ${WORKFLOW_FILE}: dragoman init --workflow`);
  if (ahead !== undefined) for (const line of nextLines(ahead, runs)) context.print(line);
}
