/**
 * Writing a localized file of strings is a merge too: the file is the base. Words whose source changed are put over those that are
 * there, keys that the source has gained come in at their place, and those that it has lost go. No other byte changes.
 */

import type { Article, Edition } from '../article.ts';
import type { Finding } from '../finding.ts';
import type { EditionRecord } from '../memory/record.ts';
import { type Edit, splice } from '../splice.ts';
import { contentsIn } from '../strings/contents.ts';
import { type Coming, memberOut, membersIn, overMember } from '../strings/place.ts';
import { type Branch, branchPath, commentAbove } from '../strings/tree.ts';
import { type Clash, clashFindings } from './clash.ts';
import { KnownStrings } from './known-strings.ts';
import type { MergedEdition } from './merge.ts';
import { type Changed, StringChanges } from './string-changes.ts';

/**
 * @param edition to be written, of the source as it is now
 * @param record of the file as it is, with what people changed in it taken in
 * @param present the file, read as an article of its own locale
 * @param touched paths of the strings that a person changed since the file was written
 * @param file its path, for findings
 */
export function mergeStrings(
  edition: Edition,
  record: EditionRecord,
  present: Article,
  touched: ReadonlySet<string>,
  file: string,
): MergedEdition {
  const merge = new Merge(edition, present, new KnownStrings(edition, record, present, touched));
  const { text, clashes, unplaced } = merge.merged();
  const place = { slug: record.slug, locale: record.locale, file };
  const findings = [
    ...clashFindings(clashes, present.source, place),
    ...unplaced.map((clash) => unplacedFinding(clash, present.source, place)),
  ];
  return { text, findings, rendered: new Set() };
}

function unplacedFinding({ at, source: now }: Clash, source: string, place: Pick<Finding, 'slug' | 'locale' | 'file'>): Finding {
  const line = source.slice(0, at).split(/\r\n|\n|\r/).length;
  return {
    check: 'edit-not-kept',
    level: 'warning',
    message: `The source has what cannot be put into a file of this form; put it in by hand: ${now.replace(/\s+/g, ' ').slice(0, 120)}`,
    ...place,
    line,
    expected: [now],
  };
}

/** Which members of each branch come, go and move. */
class Merge implements Changed {
  private readonly edition: Edition;
  private readonly all: KnownStrings;
  readonly edits: Edit[] = [];
  readonly clashes: Clash[] = [];
  readonly unplaced: Clash[] = [];
  private readonly changes: StringChanges;

  constructor(edition: Edition, present: Article, all: KnownStrings) {
    this.edition = edition;
    this.all = all;
    this.changes = new StringChanges(edition, present, all, this);
  }

  merged(): { readonly text: string; readonly clashes: readonly Clash[]; readonly unplaced: readonly Clash[] } {
    this.changes.words();
    this.inside(this.all.now.root, this.all.own.root);
    const { article } = this.edition;
    const text = splice(this.all.there.source, inPlaces(this.edits));
    try {
      contentsIn(article, text, this.edition.locale);
    } catch {
      // What does not fit into a file of this form is left to its person.
      return { text: this.all.there.source, clashes: [], unplaced: [{ at: 0, source: 'what the source has changed', got: '' }] };
    }
    return { text, clashes: this.clashes, unplaced: this.unplaced };
  }

  private inside(home: Branch, parent: Branch): void {
    const taken = new Set(home.children.flatMap((child) => this.all.pairs.get(branchPath(child)) ?? []));
    const nameOf = ({ keys }: Branch, { keys: { length } }: Branch) => branchPath({ keys: keys.slice(length) });
    const names = new Map(parent.children.flatMap((child) => (taken.has(child) ? [] : [[nameOf(child, parent), child] as const])));
    const matches = new Map<Branch, Branch>();
    for (const child of home.children) {
      const other = this.all.pairs.get(branchPath(child)) ?? (home.kind === 'list' ? undefined : names.get(nameOf(child, home)));
      if (other !== undefined && parent.children.includes(other)) matches.set(child, other);
    }
    const known = new Set(matches.values());
    const gone = new Set(parent.children.filter((child) => !known.has(child) && this.all.isGone(child)));
    for (const child of gone) this.edits.push(memberOut(this.all.there, parent, child, gone, this.all.isComment(child)));
    for (const child of parent.children) if (!known.has(child) && !gone.has(child)) this.takeOut(child);
    const slots = this.slots(home, matches);
    let after: Branch | undefined;
    let coming: Coming[] = [];
    const bring = () => {
      if (coming.length > 0) this.bring(coming, parent, after);
      coming = [];
    };
    for (const child of home.children) {
      const other = matches.get(child);
      if (other === undefined) {
        const bytes = this.bytesOf(child);
        if (bytes !== undefined) coming.push({ member: child, home, bytes });
        continue;
      }
      bring();
      after = slots.get(other) ?? other;
      this.changes.comment(child, other);
      const isInside = child.kind === other.kind && child.children.length > 0;
      const isOtherKind = child.children.length > 0 !== other.children.length > 0 && !isInside;
      if (isInside) this.inside(child, other);
      else if (isOtherKind && this.all.isGone(other)) this.edits.push(overMember(this.all.fresh, child, this.all.there, other));
      else this.changes.value(child, other);
    }
    bring();
    this.move(slots);
  }

  /**
   * Where the author changed the order and no person did, the place of a member that each gets: that of another member, so that commas
   * and lines between them are as they were.
   */
  private slots(home: Branch, matches: ReadonlyMap<Branch, Branch>): Map<Branch, Branch> {
    const ordered = home.children.flatMap((child) => {
      const [there, was] = [matches.get(child), this.all.placeOf(child)];
      return there === undefined || was === Number.POSITIVE_INFINITY ? [] : [{ there, was }];
    });
    const places = ordered.map(({ there }) => there).sort((a, b) => a.start - b.start);
    const before = ordered.toSorted((a, b) => a.was - b.was);
    const isPersons = before.some(({ there }, at) => there !== places[at]);
    return isPersons
      ? new Map()
      : new Map(ordered.flatMap(({ there }, at) => (places[at] === there ? [] : [[there, places[at] as Branch]])));
  }

  private move(slots: ReadonlyMap<Branch, Branch>): void {
    const { source } = this.all.there;
    const spanOf = ({ start, end }: Branch) => {
      const above = commentAbove(source, start);
      return { start: above === '' ? start : source.lastIndexOf('\n', start - 1) + 1 - above.length, end };
    };
    const isOf = ({ start, end }: Edit['span'], { span }: Edit) =>
      span.start >= start && span.end <= end && (span.start < span.end || (span.start > start && span.start < end));
    const all = [...slots].map(([member, slot]) => {
      const span = spanOf(member);
      const own = this.edits.filter((edit) => isOf(span, edit));
      return { own, edit: { span: spanOf(slot), text: splice(source.slice(span.start, span.end), inPlaces(own), span.start) } };
    });
    const moved = new Set(all.flatMap(({ own }) => own));
    const rest = this.edits.filter((edit) => !moved.has(edit));
    this.edits.splice(0, this.edits.length, ...rest, ...all.map(({ edit }) => edit));
  }

  private bring(coming: readonly Coming[], parent: Branch, after: Branch | undefined): void {
    const [first] = coming;
    if (first === undefined) return;
    if (first.home.parting !== parent.parting) {
      this.unplaced.push({ at: parent.start, source: coming.map(({ bytes }) => bytes).join(' '), got: '' });
      return;
    }
    // A key below the header of a table would be the table's.
    const isTable = this.all.there.language === 'toml' && first.member.parting === 'lines';
    const last = parent.children.findLast(({ parting }) => parting !== 'lines');
    const place = isTable && after?.parting !== 'lines' ? (last ?? after) : after;
    this.edits.push(...membersIn(this.all.fresh, coming, this.all.there, { parent, after: place }));
  }

  /** A member that the file has not, without what a person took out; undefined where nothing of it is new. */
  private bytesOf(member: Branch): string | undefined {
    const { source } = this.all.fresh;
    const isOut = (branch: Branch): boolean =>
      branch.children.length > 0 ? branch.children.every(isOut) : this.all.isOutOf(branchPath(branch));
    if (isOut(member)) return undefined;
    const edits: Edit[] = [];
    const prune = (branch: Branch): void => {
      const out = new Set(branch.children.filter(isOut));
      for (const child of branch.children)
        if (out.has(child)) edits.push(memberOut(this.all.fresh, branch, child, out, false));
        else prune(child);
    };
    prune(member);
    return splice(source.slice(member.start, member.end), inPlaces(edits), member.start);
  }

  private takeOut(branch: Branch): void {
    const gone = new Set(branch.children.filter((child) => this.all.isGone(child)));
    for (const child of branch.children)
      if (gone.has(child)) this.edits.push(memberOut(this.all.there, branch, child, gone, this.all.isComment(child)));
      else this.takeOut(child);
    if (branch.children.length > 0) return;
    if (this.all.isLost(branch))
      this.clashes.push({ at: branch.start, source: '', got: this.all.there.source.slice(branch.start, branch.end) });
  }
}

/** Edits in the order of their places; what is within another goes with it. */
function inPlaces(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const all: Edit[] = [];
  let at = 0;
  for (const edit of sorted) {
    if (edit.span.start < at) continue;
    all.push(edit);
    at = edit.span.end;
  }
  return all;
}
