/** The keys of an article's page. */

import type { SentenceDesk } from './desk.ts';

export interface KeyActions {
  readonly desk: SentenceDesk;
  /** The best match of the memory, into the field. */
  readonly useMatch: () => void;
  /** The next term of the sentence, at the cursor. */
  readonly useTerm: () => void;
  /** @returns whether that many are missing */
  readonly putMark: (at: number) => boolean;
  readonly openConcordance: () => void;
  /** A paragraph of the edition's own behind the sentence's block. */
  readonly openOwn: () => void;
  readonly openHelp: () => void;
}

/** Where the keys are pressed: in the field, on a sentence, in another field, or elsewhere. */
type Where = 'field' | 'sentence' | 'control' | 'page';

function whereIs(target: EventTarget | null): Where {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('.writing') !== null) return 'field';
  if (target.closest('.rows a.s') !== null) return 'sentence';
  return target.closest('input, select, textarea, button, summary, dialog, a') !== null ? 'control' : 'page';
}

/** The Latin letter on the key: as the layout has it, else as a keyboard with Latin letters has it in that place. */
const letterOf = ({ key, code }: KeyboardEvent): string | undefined =>
  (/^[a-z]$/i.exec(key)?.[0] ?? /^Key([A-Z])$/.exec(code)?.[1])?.toUpperCase();

const modifiers = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string =>
  [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift'].filter(Boolean).join(' ');

export function listenToKeys(actions: KeyActions): void {
  document.addEventListener(
    'keydown',
    (event) => {
      // A key of an input method is its own.
      if (event.isComposing || event.keyCode === 229 || document.querySelector('dialog[open]') !== null) return;
      if (!act(actions, event, whereIs(event.target))) return;
      event.preventDefault();
      event.stopPropagation();
    },
    // Before the field and the browser.
    true,
  );
}

/** @returns whether the key meant something */
function act({ desk, ...actions }: KeyActions, event: KeyboardEvent, where: Where): boolean {
  // Not of the number pad: with Alt held its digits write a character by its number in Windows.
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  const letter = letterOf(event);
  const atSentence = where === 'field' || where === 'sentence';
  const is = (keys: string, when = true) => when && keys === [modifiers(event), event.key].filter((part) => part !== '').join(' ');
  const done = (_: unknown): true => true;
  if (is('Alt ArrowDown') || is('ArrowDown', where === 'sentence')) return done(desk.move(1));
  if (is('Alt ArrowUp') || is('ArrowUp', where === 'sentence')) return done(desk.move(-1));
  if (is('Ctrl Alt ArrowDown')) return done(desk.moveToNext());
  if (is('Enter', where === 'sentence')) return done(desk.edit());
  if (is('Escape', where === 'field')) return done(desk.leave());
  if (is('Ctrl Enter', where !== 'control')) return done(desk.accept('next'));
  if (is('Ctrl Shift Enter', where !== 'control')) return done(desk.accept('stay'));
  if (is('Alt Enter', atSentence)) return done(actions.useMatch());
  if (letter === 'D' && modifiers(event) === 'Ctrl' && atSentence) return done(desk.useSource());
  if (letter === 'K' && modifiers(event) === 'Ctrl') return done(actions.openConcordance());
  if (letter === 'J' && modifiers(event) === 'Alt' && atSentence) return done(desk.join());
  if (letter === 'J' && modifiers(event) === 'Alt Shift' && where === 'field') return done(desk.split());
  // What has been written since goes first; then the two sentences are as they were.
  if (letter === 'Z' && modifiers(event) === 'Ctrl' && atSentence && desk.canTakeBack()) return done(desk.takeBack());
  if (letter === 'P' && modifiers(event) === 'Alt' && atSentence) return done(actions.openOwn());
  if (letter === 'G' && modifiers(event) === 'Alt' && atSentence) return done(actions.useTerm());
  // Where no mark is missing, Alt with a digit is a letter of a Mac's keyboard.
  if (digit !== undefined && modifiers(event) === 'Alt' && where === 'field' && actions.putMark(Number(digit))) return true;
  // In a text it deletes a word, as everywhere; where nothing is left to delete, nothing stands here.
  if (is('Ctrl Backspace', where === 'sentence' || (where === 'field' && desk.field()?.isEmpty() === true))) return done(desk.remove());
  if (event.key === '?' && where !== 'field' && !(event.target instanceof HTMLInputElement)) return done(actions.openHelp());
  return false;
}
