/** The field in which one sentence is written. */

import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { MarkView } from '../../contract.ts';
import { fittingSentence, sentenceFragment, toSentence } from './fragment.ts';
import { letters, missingMarks, putMark, stepOut } from './marks.ts';

export interface Field {
  readonly text: () => string;
  readonly missing: () => MarkView[];
  /** Another text instead: one step that can be undone. */
  readonly replace: (fragment: string) => void;
  /** The same with a text of another sentence, whose marks are others. */
  readonly replaceWithOther: (fragment: string) => void;
  /** Words at the cursor, instead of what is selected. */
  readonly insert: (words: string) => void;
  /** The first place of some words, changed to others. @returns whether they are there */
  readonly change: (from: string, to: string) => boolean;
  readonly put: (mark: MarkView) => void;
  readonly selected: () => string;
  readonly isEmpty: () => boolean;
  /** What is before the cursor and what is behind it, as fragments. */
  readonly cut: () => { readonly before: string; readonly after: string };
  readonly focus: (at?: { readonly left: number; readonly top: number }) => void;
  /** To the cursor where it was. */
  readonly resume: () => void;
  /** Resolves once no input method is at work in it that began while nothing could be written: that would be lost with the field. */
  readonly rest: () => Promise<void>;
  readonly close: () => void;
}

export interface FieldOptions {
  /** Becomes the field. */
  readonly element: HTMLElement;
  readonly fragment: string;
  readonly marks: readonly MarkView[];
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly label: string;
  readonly placeholder: string;
  /** Pixels of the window that something else covers, below. */
  readonly covered: number;
  readonly onChange: () => void;
  /** While it says so nothing can be written. */
  readonly isBusy: () => boolean;
  /** Letters that are typed or pasted meanwhile. @param isHere they are in this field too, where an input method has put them */
  readonly onAhead: (letters: string, isHere?: boolean) => void;
}

export function openField(options: FieldOptions): Field {
  const { element, marks, locale, direction, label, placeholder, covered, onChange, isBusy, onAhead } = options;
  const [back, on] = direction === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  const state = EditorState.create({
    doc: toSentence(options.fragment, marks),
    plugins: [
      history(),
      keymap({
        'Mod-z': undo,
        'Mod-y': redo,
        'Mod-Shift-z': redo,
        // A sentence is one line.
        Enter: () => true,
        'Shift-Enter': () => true,
        Backspace: deleteAtom(-1),
        Delete: deleteAtom(1),
        [back as string]: out(-1),
        [on as string]: out(1),
      }),
    ],
  });
  /** An input method is at work that somebody began while nothing could be written. */
  let isBegunAhead = false;
  /** A key has been pressed since the field has the focus: where the cursor is by now is where somebody has put it. */
  let isInHand = false;
  /**
   * Takes the cursor from where the browser has it. ProseMirror hears of it in an event of its own, after the next key on a slow machine,
   * and puts a cursor that comes to the beginning within 200 ms of the focus back to where it was before.
   */
  const readCursor = () => {
    const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = document.getSelection() ?? {};
    if (view.composing || anchorNode === null || focusNode === null) return;
    if (!element.contains(anchorNode) || !element.contains(focusNode)) return;
    const anchor = view.posAtDOM(anchorNode, anchorOffset, 1);
    const head = view.posAtDOM(focusNode, focusOffset, 1);
    const { doc, selection, tr } = view.state;
    if (anchor !== selection.anchor || head !== selection.head) view.dispatch(tr.setSelection(TextSelection.create(doc, anchor, head)));
  };
  const onCursor = () => isInHand && readCursor();
  // Before ProseMirror's own listener.
  document.addEventListener('selectionchange', onCursor);
  const view: EditorView = new EditorView(
    { mount: element },
    {
      state,
      attributes: ({ doc }) => ({
        role: 'textbox',
        'aria-multiline': 'false',
        'aria-label': label,
        lang: locale,
        dir: direction,
        spellcheck: 'true',
        class: doc.content.size === 0 ? 'writing empty' : 'writing',
        'data-placeholder': placeholder,
      }),
      dispatchTransaction: (tr) => {
        view.updateState(view.state.apply(tr));
        if (tr.docChanged) onChange();
      },
      scrollThreshold: { top: 60, right: 0, bottom: covered + 10, left: 0 },
      scrollMargin: { top: 70, right: 0, bottom: covered + 30, left: 0 },
      handleKeyDown: (_, { key, ctrlKey, metaKey, altKey }) => {
        if (!isBusy()) return false;
        if ([...key].length === 1 && !ctrlKey && !metaKey && !altKey) onAhead(key);
        return true;
      },
      // An input method that is interrupted loses what it has begun.
      handleTextInput: (view) => isBusy() && !view.composing,
      clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '', ''),
      handleDOMEvents: {
        focus: () => {
          isInHand = false;
        },
        keydown: () => {
          isInHand = true;
          readCursor();
        },
        // Words alone, before ProseMirror would read the markup.
        paste: (_, event) => {
          event.preventDefault();
          const words = event.clipboardData?.getData('text/plain') ?? '';
          if (isBusy()) onAhead(inOneLine(words));
          else write(words);
          return true;
        },
        drop: (_, event) => {
          event.preventDefault();
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
          if (at !== undefined) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
          write(event.dataTransfer?.getData('text/plain') ?? '');
          return true;
        },
        dragstart: (_, event) => {
          event.preventDefault();
          return true;
        },
        compositionstart: () => {
          isBegunAhead = isBusy();
          return false;
        },
        compositionend: (_, { data }) => {
          if (isBegunAhead && isBusy()) onAhead(data, true);
          isBegunAhead = false;
          return false;
        },
        // A soft keyboard has no key Enter that is heard.
        beforeinput: (_, event) => {
          if (event.inputType !== 'insertParagraph' && event.inputType !== 'insertLineBreak') return false;
          event.preventDefault();
          return true;
        },
      },
    },
  );
  const write = (words: string) => {
    const line = inOneLine(words);
    if (line === '' || isBusy()) return;
    readCursor();
    view.dispatch(view.state.tr.insertText(line).scrollIntoView());
  };
  const setDoc = (doc: Node) => {
    const { tr } = view.state;
    tr.replaceWith(0, view.state.doc.content.size, doc.content);
    view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView());
  };
  return {
    text: () => sentenceFragment(view.state.doc),
    missing: () => missingMarks(view.state.doc, marks),
    replace: (fragment) => setDoc(toSentence(fragment, marks)),
    replaceWithOther: (fragment) => setDoc(fittingSentence(fragment, marks)),
    insert: write,
    change: (from, to) => {
      const at = from === '' ? -1 : letters(view.state.doc).indexOf(from);
      if (at < 0) return false;
      view.dispatch(view.state.tr.insertText(to, at, at + from.length).scrollIntoView());
      return true;
    },
    put: (mark) => {
      readCursor();
      view.dispatch(putMark(view.state, mark, marks));
      view.focus();
    },
    selected: () => {
      readCursor();
      return view.state.doc.textBetween(view.state.selection.from, view.state.selection.to, '');
    },
    isEmpty: () => view.state.doc.content.size === 0,
    cut: () => {
      readCursor();
      const { doc, selection } = view.state;
      return { before: sentenceFragment(doc.cut(0, selection.from)), after: sentenceFragment(doc.cut(selection.from)) };
    },
    focus: (at) => {
      view.focus();
      const place = at === undefined ? undefined : view.posAtCoords(at)?.pos;
      const { doc, tr } = view.state;
      view.dispatch(tr.setSelection(place === undefined ? TextSelection.atEnd(doc) : TextSelection.create(doc, place)));
    },
    resume: () => view.focus(),
    rest: () =>
      new Promise((resolve) => {
        if (isBegunAhead) element.addEventListener('compositionend', () => resolve(), { once: true });
        else resolve();
      }),
    close: () => {
      document.removeEventListener('selectionchange', onCursor);
      view.destroy();
    },
  };
}

/** A sentence is one line; a word processor ends lines within a paragraph by signs of its own. */
function inOneLine(words: string): string {
  return words.replace(/\s*[\n\v\f\r\u0085\u2028\u2029]+\s*/g, ' ').replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '');
}

/** A mark alone beside the cursor goes as a letter does. */
function deleteAtom(side: -1 | 1): Command {
  return ({ selection, tr }, dispatch) => {
    const { $from, empty, from } = selection;
    const node = side === -1 ? $from.nodeBefore : $from.nodeAfter;
    if (!empty || node === null || node.isText) return false;
    dispatch?.(side === -1 ? tr.delete(from - node.nodeSize, from) : tr.delete(from, from + node.nodeSize));
    return true;
  };
}

function out(side: -1 | 1): Command {
  return (state, dispatch) => {
    const tr = stepOut(state, side);
    if (tr === undefined) return false;
    dispatch?.(tr);
    return true;
  };
}
