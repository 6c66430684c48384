/**
 * Who works here. The printed address holds a token that is good once; it becomes a cookie that this server has signed, with the name that
 * commits will have. Cookies know no ports, so the port is in the cookie's name.
 */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Person {
  /** Of the session, not of the person. */
  readonly id: string;
  /** `Ana Soler <ana@example.org>`, as git has authors. */
  readonly author: string;
}

export interface People {
  /** A new address, good once. */
  readonly invite: (author: string) => string;
  /** @returns undefined for a token that nobody was given, or that has been used */
  readonly enter: (token: string) => Person | undefined;
  /** The value of a cookie for a person. */
  readonly cookieOf: (person: Person) => string;
  readonly cookieName: string;
  /** @param cookies the header */
  readonly whoIs: (cookies: string | undefined) => Person | undefined;
  /** What a page's forms and scripts say, and no other site knows. */
  readonly tokenOf: (person: Person) => string;
  readonly isToken: (person: Person, token: string | undefined) => boolean;
}

/** @param secret signs cookies and tokens */
export function createPeople(secret: Uint8Array, port: number): People {
  const invited = new Map<string, string>();
  const cookieName = `dragoman-edit-${port}`;
  const sign = (what: string, value: string) => createHmac('sha256', secret).update(`${what}\0${value}`).digest('base64url');
  const tokenOf = ({ id }: Person) => sign('token', id);
  return {
    cookieName,
    invite: (author) => {
      const token = randomBytes(24).toString('base64url');
      invited.set(token, author);
      return token;
    },
    enter: (token) => {
      const author = invited.get(token);
      invited.delete(token);
      return author === undefined ? undefined : { id: randomBytes(12).toString('base64url'), author };
    },
    cookieOf: ({ id, author }) => {
      const value = Buffer.from(JSON.stringify([id, author])).toString('base64url');
      return `${value}.${sign('cookie', value)}`;
    },
    whoIs: (cookies = '') => {
      const own = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(`${cookieName}=`));
      const [value = '', signature = ''] = own?.slice(cookieName.length + 1).split('.') ?? [];
      if (value === '' || !isSame(signature, sign('cookie', value))) return undefined;
      const [id, author] = JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) as [string, string];
      return { id, author };
    },
    tokenOf,
    isToken: (person, token = '') => isSame(token, tokenOf(person)),
  };
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The name alone: what is shown. */
export const nameOf = (author: string): string => author.replace(/\s*<[^>]*>$/, '') || author;
