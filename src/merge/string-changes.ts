/** What of a file of strings is said otherwise than before: words, comments, and values that are no words. */

import type { Article, Edition, Segment, Target } from '../article.ts';
import type { Edit } from '../splice.ts';
import { overValue, type StringFile } from '../strings/place.ts';
import { type Branch, branchPath, commentAbove } from '../strings/tree.ts';
import { stringEdits } from '../strings/write.ts';
import type { Clash } from './clash.ts';
import type { KnownStrings } from './known-strings.ts';
import { valuesOver } from './string-values.ts';

/** Where changes are put down. */
export interface Changed {
  /** Of the file that is there. */
  readonly edits: Edit[];
  readonly clashes: Clash[];
  /** What cannot be put into a file of its form. */
  readonly unplaced: Clash[];
}

export class StringChanges {
  private readonly edition: Edition;
  private readonly present: Article;
  private readonly all: KnownStrings;
  private readonly changed: Changed;
  /** Paths of branches whose words have their edits. */
  private readonly said = new Set<string>();

  constructor(edition: Edition, present: Article, all: KnownStrings, changed: Changed) {
    this.edition = edition;
    this.present = present;
    this.all = all;
    this.changed = changed;
  }

  /** The comment above a key follows the source's where nobody touched it. */
  comment(now: Branch, other: Branch): void {
    const key = `# ${branchPath(now)}`;
    const [was, is, shown] = [this.all.front.get(key), this.all.now.comments.get(key), this.all.own.comments.get(`# ${branchPath(other)}`)];
    if (was === is || shown !== was || (was === undefined && is === undefined)) return;
    const start = this.all.there.source.lastIndexOf('\n', other.start - 1) + 1;
    if (this.all.there.source.slice(start, other.start).trim() !== '' || now.keys.some((one) => typeof one === 'number')) return;
    const old = commentAbove(this.all.there.source, other.start);
    const eol = this.all.there.source.includes('\r\n') ? '\r\n' : '\n';
    const indent = this.all.there.source.slice(start, other.start);
    const lines = commentAbove(this.all.fresh.source, now.start).split(/\r?\n/).slice(0, -1);
    this.changed.edits.push({
      span: { start: start - old.length, end: start },
      text: lines.map((line) => indent + line.trimStart() + eol).join(''),
    });
  }

  /** What the source has changed in a value, over that of the file; where its person changed it too, it is told. */
  value(now: Branch, other: Branch): void {
    const path = branchPath(now);
    const texts = this.textsAt(path);
    if (texts.length > 0) {
      if (!this.said.has(path) && this.changedAt(path).length > 0) this.over(now, other);
      return;
    }
    const { was, is, shown } = this.all.sums(now, other);
    if (was === undefined || was === is || shown === is) return;
    if (shown === was && other.children.length === 0 && now.children.length === 0) this.over(now, other);
    else this.changed.clashes.push({ at: other.start, source: bytesAt(this.all.fresh, now), got: bytesAt(this.all.there, other) });
  }

  private textsAt(path: string): string[] {
    return (this.all.textsNow.get(path) ?? []).filter((one) => this.all.known.has(one));
  }

  private changedAt(path: string): string[] {
    return this.textsAt(path).filter((one) => {
      const known = this.all.known.get(one);
      return known?.isChanged === true && known.was !== undefined;
    });
  }

  /** Changed words over those of the file, where both have the same message around them; what has another is written as a whole. */
  words(): void {
    const targets = new Map<string, Target>();
    const over = valuesOver(this.edition, this.present, this.all.there.language);
    for (const path of this.all.textsNow.keys()) {
      const changed = this.changedAt(path);
      const other = this.all.pairs.get(path);
      if (changed.length === 0 || other === undefined || other.children.length > 0) continue;
      const there = this.all.textsThere.get(branchPath(other)) ?? [];
      const texts = this.textsAt(path);
      const [home, own] = [texts[0] ?? '', there[0] ?? ''];
      const pathOf = (one: string) => own + one.slice(home.length);
      if (texts.length !== there.length || !texts.every((one) => there.includes(pathOf(one)))) continue;
      const said = over(changed.map((one) => ({ path: pathOf(one), segment: this.all.known.get(one)?.segment as Segment })));
      if (said === undefined) continue;
      for (const [id, target] of said) targets.set(id, target);
      this.said.add(path);
    }
    if (targets.size > 0) this.changed.edits.push(...stringEdits({ article: this.present, locale: this.present.locale, targets }));
  }

  private over(now: Branch, other: Branch): void {
    if (other.parting === 'commas' && now.parting === 'lines' && this.all.there.language === 'yaml') {
      this.changed.unplaced.push({ at: other.start, source: bytesAt(this.all.fresh, now), got: bytesAt(this.all.there, other) });
      return;
    }
    this.changed.edits.push({ span: { start: other.value, end: other.end }, text: overValue(this.all.fresh, now, this.all.there, other) });
  }
}

function bytesAt({ source }: StringFile, { start, end }: Branch): string {
  return source.slice(start, end);
}
