/** What is being written, on its way to the browser's copy and the server's disk. */

import { putDraft } from '../requests.ts';
import { forgetCopy, putCopy } from './local-copies.ts';

/** Milliseconds after the last key. */
const PAUSE = 400;
/** Milliseconds for which somebody may write without a pause. */
const LONGEST = 1_000;
/** Milliseconds between two tries to reach the server: doubled each time, up to the last. */
const RETRY = [1_000, 10_000] as const;

interface Written {
  readonly segment: string;
  readonly base: string;
  /** A fragment; empty where it is the sentence as it is, and there is nothing to keep. */
  readonly text: string;
}

export interface Drafting {
  /** Somebody has written. @param read what there is by the time that it is kept */
  readonly touch: (read: () => Written) => void;
  /** Resolves once nothing is on its way. What waits for a pause is dropped: it is about to be accepted. */
  readonly settle: () => Promise<void>;
  /** Sends what waits for a pause. @param isLast the page is being left */
  readonly flush: (isLast?: boolean) => void;
}

export interface DraftingOptions {
  readonly onKept: (written: Written) => void;
  /** @param why as `putDraft` throws it */
  readonly onFailed: (written: Written, why: unknown) => void;
}

export function createDrafting({ onKept, onFailed }: DraftingOptions): Drafting {
  let read: (() => Written) | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;
  let sending: Promise<void> = Promise.resolve();
  /** By segment: a newer text of the same sentence makes an older one's next try needless. */
  const latest = new Map<string, Written>();

  const stop = () => {
    clearTimeout(pause);
    read = undefined;
    since = undefined;
  };
  const send = (written: Written, isLast: boolean, retry: number = RETRY[0]) => {
    sending = sending.then(async () => {
      if (latest.get(written.segment) !== written) return;
      try {
        await putDraft(written.segment, written.base, written.text, isLast);
        onKept(written);
      } catch (error) {
        if (latest.get(written.segment) !== written) return;
        onFailed(written, error);
        setTimeout(() => send(written, false, Math.min(retry * 2, RETRY[1])), retry);
      }
    });
  };
  const flush = (isLast = false) => {
    const written = read?.();
    stop();
    if (written === undefined) return;
    if (written.text === '') forgetCopy(written.segment);
    else putCopy(written.segment, { text: written.text, base: written.base, at: Date.now() });
    latest.set(written.segment, written);
    send(written, isLast);
  };
  return {
    touch: (next) => {
      read = next;
      since ??= Date.now();
      clearTimeout(pause);
      pause = setTimeout(flush, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
    },
    settle: async () => {
      stop();
      await sending;
      latest.clear();
    },
    flush,
  };
}
