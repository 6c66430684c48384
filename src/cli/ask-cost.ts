/** A run that would cost more than a limit is asked for on a terminal, and stops elsewhere, before anything is sent. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { FreshnessSurvey, Summary } from '../edition/summary.ts';
import { translateEditions } from '../edition/translate.ts';
import type { Project } from '../project/project.ts';
import type { SessionTools } from '../session/session.ts';
import { inDollars } from '../text/counted.ts';
import type { CommandContext } from './command.ts';
import { isYes } from './questions.ts';

/** An engine is sent more than a file has where marks become tags; never more than so many times its bytes. */
const CHARACTERS_PER_BYTE = 2;

/**
 * Whether a run goes on.
 * @param hasBudget a budget stops the run by itself, and nothing is asked
 * @returns the summary of what would be sent where it does not go on
 */
export async function refusedCost(
  project: Project,
  tools: SessionTools,
  survey: FreshnessSurvey,
  hasBudget: boolean,
  context: CommandContext,
): Promise<Summary | undefined> {
  const { charactersPerRun, charactersPerDay, askAbove } = project.config.budget;
  if (hasBudget || charactersPerRun !== undefined || charactersPerDay !== undefined) return undefined;
  if (isSmall(project, tools, survey)) return undefined;
  const { signal } = context;
  const foreseen = await translateEditions({ ...tools, disk: tools.anotherDisk() }, { survey, dryRun: true, signal });
  const { characters, cost } = withOpinions(foreseen);
  if (characters <= askAbove.characters && cost <= askAbove.dollars) return undefined;
  const what = `${characters.toLocaleString('en')} characters${cost > 0 ? `, about ${inDollars(cost)}` : ''}`;
  if (process.stdin.isTTY === true && context.stderr.isTTY === true && !context.json) {
    if (await isYes(`This run sends ${what}. Go on? [y/N] `, false, signal)) return undefined;
  } else
    context.say(
      [
        `dragoman: this run would send ${what}; nothing was sent`,
        `  expected at most ${askAbove.characters.toLocaleString('en')} characters and ${inDollars(askAbove.dollars)} ("budget.askAbove")`,
        '  Run it with --yes, set "budget.charactersPerRun" or --max-characters, or begin with newer articles ("select.since").',
      ].join('\n'),
    );
  return foreseen;
}

/** A second engine that costs nothing does not count. */
function withOpinions({ engine, secondOpinion }: Summary): { readonly characters: number; readonly cost: number } {
  if (secondOpinion === undefined || secondOpinion.cost === 0) return engine;
  return { characters: engine.characters + secondOpinion.characters, cost: engine.cost + secondOpinion.cost };
}

/** Known by the sizes of files alone, so that a small run opens nothing twice. */
function isSmall({ root, config }: Project, tools: SessionTools, { stale }: FreshnessSurvey): boolean {
  const { askAbove } = config.budget;
  let characters = 0;
  let cost = 0;
  for (const { source, locales } of stale) {
    const most = CHARACTERS_PER_BYTE * (statSync(join(root, source.file), { throwIfNoEntry: false })?.size ?? 0);
    for (const locale of locales) {
      const second = tools.second?.queueFor(locale, source.locale)?.pricePerMillionCharacters ?? 0;
      characters += second > 0 ? 2 * most : most;
      cost += (most * ((tools.queueFor(locale, source.locale).pricePerMillionCharacters ?? 0) + second)) / 1e6;
    }
  }
  return characters <= askAbove.characters && cost <= askAbove.dollars;
}
