/** `dragoman doctor`: what is wrong with an installation, in three lines a problem. Nothing is written or sent. */

import type { CommandContext, RunCommand } from './command.ts';
import { type Diagnosis, diagnose } from './doctor/diagnose.ts';
import { exit } from './exit.ts';

export const runDoctor: RunCommand = async (_args, _options, context) => {
  const diagnoses: Diagnosis[] = [];
  for await (const one of diagnose(context)) {
    diagnoses.push(one);
    tell(one, context);
  }
  const problems = diagnoses.filter(({ problem }) => problem !== undefined).length;
  if (context.json) context.print({ type: 'summary', looked: diagnoses.length, problems });
  else context.print(problems === 0 ? '\nNothing is wrong.' : `\n${problems} ${problems === 1 ? 'problem' : 'problems'}.`);
  return problems === 0 ? exit.done : exit.findings;
};

function tell({ about, problem, found }: Diagnosis, context: CommandContext): void {
  if (context.json) context.print({ type: problem === undefined ? 'fine' : 'problem', about, ...(problem ?? { message: found }) });
  else if (problem === undefined) context.print(`fine     ${about.padEnd(14)} ${found}`);
  else {
    context.print(`problem  ${about.padEnd(14)} ${problem.message}`);
    if (problem.expected !== undefined)
      context.print(`           expected ${problem.expected}${problem.got === undefined ? '' : `, got ${problem.got}`}`);
    if (problem.help !== undefined) context.print(`           ${problem.help}`);
  }
}
