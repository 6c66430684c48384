/** How a newspaper looks, as the configuration and its theme folder say. Types only. */

/** What the policy of the pages allows besides the site's own, by what it is for. */
export interface Allowance {
  readonly script?: readonly string[];
  readonly connect?: readonly string[];
  readonly style?: readonly string[];
  readonly font?: readonly string[];
  readonly image?: readonly string[];
  readonly media?: readonly string[];
  readonly frame?: readonly string[];
  readonly form?: readonly string[];
}

export interface Slot {
  /** HTML with keys of `ui.json` in it. */
  readonly text: string;
  readonly allowed: Allowance;
}

/** Where a slot is put: into the head, below the masthead, into the foot, below the text of an article. */
export const SLOT_NAMES = ['head', 'header', 'footer', 'article'] as const;
export type SlotName = (typeof SLOT_NAMES)[number];

export interface Theme {
  /** What follows the site's own stylesheet. */
  readonly css: string;
  readonly slots: Readonly<Partial<Record<SlotName, Slot>>>;
  /** Fonts and pictures of the stylesheet: their path below the theme's folder, and where they are. */
  readonly files: ReadonlyMap<string, string>;
  /** Of the configuration, for what scripts load by themselves. */
  readonly allowed: Allowance;
}
