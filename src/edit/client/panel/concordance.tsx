/** Where words have been said before, in every article of the language, without leaving the sentence. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EditionView, SearchView } from '../../contract.ts';
import { directionOf } from '../page.ts';
import { t } from '../page-words.ts';
import { search } from '../requests.ts';
import { plainWords } from '../sentence/fragment.ts';

/** Milliseconds after the last key. */
const PAUSE = 250;

export interface Asked {
  readonly words: string;
  /** Another number is another press of the key. */
  readonly times: number;
}

interface Props {
  readonly view: EditionView;
  /** By the key, with what was selected. */
  readonly asked: Asked;
  readonly onLeave: () => void;
}

export function Concordance({ view, asked, onLeave }: Props) {
  const [words, setWords] = useState('');
  const [side, setSide] = useState<'source' | 'target'>('source');
  const [found, setFound] = useState<SearchView['found']>();
  const input = useRef<HTMLInputElement>(null);
  const details = useRef<HTMLDetailsElement>(null);
  // Before the next key: it is the first letter of what is looked for.
  useLayoutEffect(() => {
    if (asked.times === 0) return;
    if (details.current !== null) details.current.open = true;
    if (asked.words !== '') {
      setWords(asked.words);
      setSide('target');
    }
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  useEffect(() => {
    if (words.trim().length < 2) return setFound(undefined);
    let isWanted = true;
    const timer = setTimeout(async () => {
      const answer = await search(words.trim(), side).catch(() => ({ found: [] }));
      if (isWanted) setFound(answer.found);
    }, PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [words, side]);
  return (
    <details class="more concordance" ref={details}>
      <summary>
        {t('concordance.title')} <kbd>Ctrl K</kbd>
      </summary>
      <p class="search">
        <input
          ref={input}
          type="search"
          value={words}
          dir="auto"
          aria-label={t('concordance.words')}
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing) return;
            event.preventDefault();
            event.stopPropagation();
            onLeave();
          }}
        />
        <select
          value={side}
          aria-label={t('concordance.side')}
          onChange={(event) => setSide(event.currentTarget.value === 'target' ? 'target' : 'source')}
        >
          <option value="source">{t('concordance.source')}</option>
          <option value="target">{t('concordance.target')}</option>
        </select>
      </p>
      {found?.length === 0 && <p class="hint">{t('concordance.none')}</p>}
      <ul class="found">
        {found?.map(({ slug, sourceLocale, source, target, state }) => (
          <li key={slug + source + target}>
            <p class="diff" lang={sourceLocale} dir={directionOf(sourceLocale)}>
              {plainWords(source)}
            </p>
            <p class="text" lang={view.locale} dir={directionOf(view.locale)}>
              {plainWords(target)}
            </p>
            <p class="hint">
              {t(`state.${state}`)} · <bdi>{slug}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
