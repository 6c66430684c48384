/** The contract of a check: pure, from one segment and its target (or a whole edition) to findings. */

import type { Article, Block, Edition, Mark, Segment, Target, Text } from '../article.ts';
import type { Finding, FindingName } from '../finding.ts';
import type { Term } from '../glossary/term.ts';
import type { AnchorSettingName } from '../markdown/anchor-rules.ts';

/** What a check says; the runner adds check, level, slug, locale, segment and place. */
export type Remark = Pick<Finding, 'message'> &
  Partial<Pick<Finding, 'wording' | 'expected' | 'got' | 'fix' | 'level' | 'line' | 'column'>> & {
    /** The mark of the target that it is about: the finding names its line. */
    readonly mark?: Mark;
  };

interface SegmentCase {
  /** What the segment is of: its article, and all its targets. */
  readonly edition: Edition;
  readonly article: Article;
  readonly block: Block;
  readonly segment: Segment;
  readonly target: Target;
  /** The source's and the target's locale. */
  readonly from: string;
  readonly to: string;
  /** Plain words of both sides, marks left out (computed once for all checks). */
  readonly sourceWords: string;
  readonly targetWords: string;
  /** The glossary of the target locale. */
  readonly terms: readonly Term[];
}

interface EditionCase {
  readonly edition: Edition;
  /** The edition's text as written. */
  readonly output: string;
  readonly terms: readonly Term[];
  /** The edition's path, relative to the project with `/`; links are resolved against it. */
  readonly file?: string | undefined;
  /** The source's path, likewise. */
  readonly sourceFile?: string | undefined;
  /** Whether a project-relative link target exists, for local links; absent where no project is at hand. */
  readonly exists?: ((path: string) => boolean) | undefined;
  /** Keys of the front matter that the edition's file has had. */
  readonly formerKeys: ReadonlySet<string>;
  /** The configuration's `markdown.anchors`: where the page will be read. */
  readonly anchors: AnchorSettingName;
}

export interface SegmentCheck {
  readonly name: FindingName;
  readonly segment: (input: SegmentCase) => readonly Remark[];
  /** The target as it should be, where a rule can say so with all its marks: what `check --fix` writes. */
  readonly repair?: (input: SegmentCase) => Text;
}

export interface EditionCheck {
  readonly name: FindingName;
  /** The only format that it is about; every one where it names none. */
  readonly format?: 'markdown' | 'strings';
  /** A remark may name the segment that it is about. */
  readonly edition: (input: EditionCase) => readonly (Remark & { readonly segment?: string })[];
}

export type Check = SegmentCheck | EditionCheck;

/** Whether the pseudo engine made a target: it writes no language, and leaves the letters that it has no accents for. */
export const isPseudo = ({ origin }: Target): boolean => origin.name?.startsWith('pseudo') === true;
