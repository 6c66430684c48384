/** `dragoman memory find`: how sentences like one were translated before. */

import { recordFormat } from '../adapters.ts';
import { sourceLocalesOf } from '../edition/collections.ts';
import { best } from '../edition/shared.ts';
import { openMemories } from '../project/memories.ts';
import { chosenLocales, openProject } from '../project/project.ts';
import { openOthers } from '../session/shared-memory.ts';
import { toFragment, words } from '../text.ts';
import { type RunCommand, text } from './command.ts';
import { inLines } from './error-lines.ts';
import { exit } from './exit.ts';

const MOST = 5;

export const runMemoryFind: RunCommand = async ([sentence = ''], options, context) => {
  const project = openProject(context.cwd, context.config);
  const memories = openMemories(project, recordFormat, (error) => context.say(inLines(error)));
  const others = openOthers(project.config, (error) => context.say(inLines(error)));
  let found = 0;
  try {
    for (const locale of chosenLocales(project, text(options.to))) {
      const near = [...memories.memoryFor(locale).near([sentence], MOST)];
      for (const from of sourceLocalesOf(project.config))
        if (from !== locale) near.push(...(await others.look((memory) => memory.near({ from, to: locale }, [sentence], MOST))));
      for (const { source, target, slug, share } of best(near, MOST)) {
        found++;
        const likeness = Math.round(share * 100);
        if (context.json)
          context.print({
            type: 'near',
            locale,
            slug,
            likeness,
            state: target.state,
            source: toFragment(source),
            target: toFragment(target.text),
          });
        else context.print(`${locale}  ${likeness} %  ${target.state}  ${slug}\n    ${words(source)}\n    ${words(target.text)}`);
      }
    }
  } finally {
    memories.close();
    await others.close();
  }
  if (context.json) context.print({ type: 'summary', found });
  else if (found === 0) context.print('no sentence like it');
  return exit.done;
};
