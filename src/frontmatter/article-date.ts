/** Dates of articles: ISO 8601 in front matter, a day or an instant; a time without offset is the newsroom's own. */

/** `iso` is `YYYY-MM-DD` for a day, and UTC (`...Z`) for an instant. `at` is in milliseconds since 1970. */
export interface ArticleDate {
  readonly iso: string;
  readonly at: number;
}

/** Hours, days and months of one digit too: a timestamp of YAML's may have them (`2024-3-1 4:00:00`). @see https://yaml.org/type/timestamp.html */
const ISO = /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:T|[ \t]+)(\d\d?):(\d\d)(?::(\d\d)(?:\.\d*)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');

/** @returns undefined for what is no date of the calendar */
export function parseDate(value: unknown, timeZone: string): ArticleDate | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : { iso: seconds(value.getTime()), at: value.getTime() };
  const match = typeof value === 'string' ? ISO.exec(value.trim()) : null;
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = '0', offset] = match;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second));
  const check = new Date(wall);
  if (Number.isNaN(wall) || check.getUTCMonth() + 1 !== Number(month) || check.getUTCDate() !== Number(day)) return undefined;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second) > 59) return undefined;
  if (hour === undefined) return { iso: `${year}-${two(month)}-${two(day)}`, at: inZone(wall, timeZone) };
  const at = offset === undefined ? inZone(wall, timeZone) : wall - offsetMinutes(offset) * 60_000;
  return { iso: seconds(at), at };
}

/**
 * A date as its author wrote it, for who reads it elsewhere: the zone is said, where the author left it to the newsroom.
 * @returns `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm:ss` with `Z` or an offset; undefined for what is no date of the calendar
 */
export function writtenDate(value: unknown, timeZone: string): string | undefined {
  const date = parseDate(value, timeZone);
  if (date === undefined || typeof value !== 'string') return date?.iso;
  const [, year, month, day, hour, minute, second = '00', offset] = ISO.exec(value.trim()) ?? [];
  if (hour === undefined) return date.iso;
  // In the hour that a change of the clocks leaves out, the zone's own offset would name another instant.
  const clock = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`;
  const wall = Date.parse(`${clock}Z`);
  const minutes = offset === undefined ? (wall - date.at) / 60_000 : offsetMinutes(offset);
  const zone = offset?.toUpperCase() === 'Z' ? 'Z' : signedOffset(minutes);
  return `${clock}${zone}`;
}

/** A day as it is; an instant as the clocks of a zone show it, with their offset. */
export function inZoneOf(iso: string, timeZone: string): string {
  if (iso.length === 10) return iso;
  const at = Date.parse(iso);
  const offset = zoneOffset(at, timeZone);
  return `${new Date(at + offset).toISOString().slice(0, 19)}${signedOffset(offset / 60_000)}`;
}

/** `+05:30` */
function signedOffset(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${two(`${Math.floor(Math.abs(minutes) / 60)}`)}:${two(`${Math.abs(minutes) % 60}`)}`;
}

/** An instant in the form that Atom, sitemaps and `datetime` take. */
function seconds(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

function offsetMinutes(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.slice(1).replace(':', '');
  return (offset.startsWith('-') ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The instant at which the zone's clocks show a wall time; twice, since the first guess may lie beyond a change of the clocks. */
function inZone(wall: number, timeZone: string): number {
  let at = wall;
  for (let round = 0; round < 2; round++) at = wall - zoneOffset(at, timeZone);
  return at;
}

function zoneOffset(at: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    clock = new Intl.DateTimeFormat('en-CA', { ...parts, timeZone, hourCycle: 'h23' });
    clocks.set(timeZone, clock);
  }
  const shown = Object.fromEntries(clock.formatToParts(at).map((part) => [part.type, Number(part.value)])) as Record<string, number>;
  const wall = Date.UTC(shown.year ?? 0, (shown.month ?? 1) - 1, shown.day, shown.hour, shown.minute, shown.second);
  return wall - Math.floor(at / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** The same date is shown in a page and in several lists. */
const formatted = new Map<string, string>();

/** Day and time as `dateStyle` and `timeStyle` would have them; those do not go with the name of a zone. */
const WITH_ZONE = { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;

/** Of a zone that is told by its distance from Greenwich, behind letters from the right, where `+1` would be shown as `1+`. */
const OFFSET = /(?<=[\u0590-\u08ff])[-+\u2212](?=[0-9])/;

/** A date as a reader of the locale writes it; the time with it where the article has one, and then its zone: readers are in others. */
export function formatDate(iso: string, locale: string, timeZone: string): string {
  const day = !iso.includes('T');
  // A day is the same day everywhere: it is shown in the zone that it is counted in here.
  const zone = day ? 'UTC' : timeZone;
  const known = formatted.get(`${locale} ${zone} ${iso}`);
  if (known !== undefined) return known;
  const key = `${locale} ${zone} ${day}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...(day ? { dateStyle: 'long' } : WITH_ZONE), timeZone: zone });
    formats.set(key, format);
  }
  const text = format.format(Date.parse(iso)).replace(OFFSET, '\u200e$&');
  formatted.set(`${locale} ${zone} ${iso}`, text);
  return text;
}

/**
 * A day or an instant as a full RFC 3339 date-time. A day begins where its newsroom is, and keeps its offset: in UTC it would be
 * the day before to whoever looks at the date alone.
 */
export function dateTime(iso: string, timeZone: string): string {
  if (iso.includes('T')) return iso;
  const minutes = zoneOffset(parseDate(iso, timeZone)?.at ?? Date.parse(iso), timeZone) / 60_000;
  return `${iso}T00:00:00${minutes === 0 ? 'Z' : signedOffset(minutes)}`;
}
