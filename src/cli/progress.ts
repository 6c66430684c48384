/** What a person or a script sees of a run: one bar over all locales on a terminal, NDJSON under `--json`, a table at the end. */

import type { EditionOutcome, Event, Failure, Summary } from '../edition/summary.ts';
import type { KnownError } from '../errors.ts';
import type { QueueEvent } from '../queue/sending/event.ts';
import { draftLocales, draftNote, type EngineChoice, standingNote } from '../session/draft.ts';
import type { LostRequest } from '../store/store.ts';
import { counted, inDollars } from '../text/counted.ts';
import type { CommandContext } from './command.ts';
import { inLines } from './error-lines.ts';
import { findingLine } from './finding-line.ts';
import { table } from './table.ts';
import { withheldLine } from './withheld.ts';

export interface Progress {
  readonly onEvent: (event: Event) => void;
  readonly onQueueEvent: (event: QueueEvent) => void;
  readonly onLost: (lost: LostRequest) => void;
  readonly onUnreadable: (error: KnownError) => void;
  readonly onChosen: (choices: readonly EngineChoice[]) => void;
  readonly onNoOpinion: (message: string) => void;
  readonly end: (summary: Summary) => void;
}

const BAR = 24;
/** Milliseconds between two drawings of the bar: quick enough to look alive. */
const REDRAW = 100;
/** Findings that a person sees of a run; `check` has all. */
const FINDINGS = 20;
/** Editions of one failure that are named. */
const FAILURES = 10;

export function createProgress(context: CommandContext): Progress {
  const isLive = context.stderr.isTTY === true && !context.json;
  const started = performance.now();
  let drawn = 0;
  let shown = 0;
  let hidden = 0;
  let chosen: readonly EngineChoice[] = [];
  const made: (Event & { type: 'made' })[] = [];
  const outcomes = new Map<string, Map<string, number>>();

  const count = (locale: string, state: EditionOutcome, editions: number) => {
    const counts = outcomes.get(locale) ?? new Map<string, number>();
    counts.set(state, (counts.get(state) ?? 0) + editions);
    outcomes.set(locale, counts);
  };
  const clear = () => {
    if (isLive && drawn > 0) context.stderr.write('\r\u001b[2K');
  };
  const say = (line: string) => {
    clear();
    context.say(line);
  };
  const draw = (event: Event & { type: 'progress' }) => {
    const now = performance.now();
    if (!isLive || now - drawn < REDRAW) return;
    drawn = now;
    const seconds = (now - started) / 1000;
    const { share } = event;
    const full = Math.round(share * BAR);
    const left = share > 0.02 ? `${Math.ceil((seconds * (1 - share)) / share)} s left` : '';
    const rate = Math.round(event.characters / Math.max(seconds, 0.1)).toLocaleString('en');
    const line = `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${event.done}/${event.editions} editions  ${counted(event.characters, 'character')}  ${rate}/s  ${left}`;
    // Of a line that the terminal breaks only the last part is taken away again.
    context.stderr.write(`\r\u001b[2K${line.slice(0, context.stderr.columns || undefined)}`);
  };

  /** How many editions failed for one reason: an engine that is stopped, a glossary that cannot be read. */
  const failures = new Map<string, number>();
  const tellFailure = ({ slug, locale, message, help }: Failure) => {
    const times = (failures.get(message) ?? 0) + 1;
    failures.set(message, times);
    if (times > FAILURES) return;
    say(`${locale === undefined ? '' : `${slug} -> ${locale}: `}${message}${help === undefined ? '' : `\n  ${help}`}`);
  };

  return {
    onEvent: (event) => {
      if (event.type === 'made') made.push(event);
      if (event.type === 'progress') draw(event);
      else if (context.json && !isUnchanged(event)) context.print(event);
      // What is in a batch is told once, with the batch.
      if (event.type === 'failure' && event.reason !== 'deferred' && !context.json) tellFailure(event);
      if (event.type === 'finding' && !context.json && event.level !== 'note') {
        if (shown++ < FINDINGS) say(findingLine(event, context));
        else hidden++;
      }
      if (event.type === 'edition') count(event.locale, event.state, 1);
      if (event.type === 'passed') count(event.locale, 'unchanged', event.editions);
    },
    onQueueEvent: (event) => {
      if (context.json) {
        if (event.type === 'batch') context.print(event);
        return;
      }
      if (event.type === 'paused' && event.milliseconds > 1000)
        say(`${event.engine}: waiting ${Math.ceil(event.milliseconds / 1000)} s (${withoutName(event.engine, event.message)})`);
      if (event.type === 'batch') say(batchInWords(event));
      if (event.type === 'stopped') say(`${event.engine}: ${withoutName(event.engine, event.message)}`);
    },
    onUnreadable: (error) => say(inLines(error)),
    onLost: ({ engine, from, to, characters }) =>
      say(`Maybe billed: ${counted(characters, 'character')} to ${engine} (${from} -> ${to}) on the way when an earlier run ended.`),
    onChosen: (choices) => {
      chosen = choices;
    },
    onNoOpinion: say,
    end: (summary) => {
      clear();
      const { failures: _, ...json } = summary;
      if (context.json) {
        const draft = draftLocales(chosen, made);
        context.print({ ...json, ...(draft.length > 0 && { draft }) });
        return;
      }
      for (const [message, times] of failures)
        if (times > FAILURES) context.say(`... and ${counted(times - FAILURES, 'more edition')}: ${message}`);
      if (hidden > 0) context.say(`... and ${counted(hidden, 'more finding')}: dragoman check`);
      const states = ['written', 'unchanged', 'pending', 'kept'];
      const rows = [...outcomes].map(([locale, counts]) => [locale, ...states.map((state) => String(counts.get(state) ?? 0))]);
      if (rows.length > 0) context.print(table(['locale', ...states], rows));
      context.print(inWords(summary, (performance.now() - started) / 1000));
      for (const line of [withheldLine(summary.withheld ?? {}), draftNote(chosen), standingNote(chosen, made)])
        if (line !== undefined) context.print(line);
    },
  };
}

/** An engine's message begins with its name, which stands before it already. */
function withoutName(engine: string, message: string): string {
  const [name = ''] = engine.split(' ');
  return message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message;
}

function batchInWords({ engine, state, texts, unanswered = 0, message }: QueueEvent & { type: 'batch' }): string {
  const why = message === undefined ? '' : ` (${message})`;
  if (state === 'collected') {
    const rest = `; ${unanswered} of them without an answer${why}: sent again`;
    return `${engine}: a batch of ${counted(texts, 'text')} is done${unanswered === 0 ? '' : rest}`;
  }
  if (state === 'waiting' && message !== undefined) return `${engine}: a batch of ${counted(texts, 'text')} cannot be asked for${why}`;
  if (state === 'gone') return `${engine}: a batch of ${counted(texts, 'text')} is not to be found (maybe billed); they are sent again`;
  const when = 'run "dragoman translate" again in some hours';
  return state === 'submitted'
    ? `${engine}: ${counted(texts, 'text')} submitted as a batch; ${when}`
    : `${engine}: a batch of ${counted(texts, 'text')} is not done yet; ${when}`;
}

function isUnchanged(event: Event): boolean {
  return event.type === 'passed' || event.type === 'made' || (event.type === 'edition' && event.state === 'unchanged');
}

const TOKENS_ARE_PAID = 'tokens are paid: surroundings, terms and examples count too';
const NO_PRICE = 'no price of the model is known: where its tokens are paid, set "engines.llm.prices"';

function inWords({ segments, engine, secondOpinion, findings, files }: Summary, seconds: number): string {
  const number = (value: number) => value.toLocaleString('en');
  const dollars = (cost: number, how = '') => (cost > 0 ? `, ${how}${inDollars(cost)}` : '');
  const about = engine.estimate === 'tokens' ? 'about ' : '';
  const tokens = engine.estimate === 'tokens' ? `; ${engine.cost > 0 ? TOKENS_ARE_PAID : NO_PRICE}` : '';
  return [
    `${counted(segments.total, 'segment')}: ${number(segments.recalled)} recalled, ${number(segments.reviewed)} reviewed, ${number(segments.translated)} translated, ${number(segments.pending)} pending`,
    `${counted(engine.characters, 'character')} in ${counted(engine.requests, 'request')}${dollars(engine.cost, about)}${tokens}`,
    ...(secondOpinion === undefined || secondOpinion.characters === 0
      ? []
      : [`second opinion: ${counted(secondOpinion.characters, 'character')}${dollars(secondOpinion.cost)}`]),
    `${counted(files.written, 'file')} written, ${number(files.unchanged)} unchanged; ${counted(findings.error, 'error')}, ${counted(findings.warning, 'warning')}; ${seconds.toFixed(1)} s`,
  ].join('\n');
}
