/** The address of a database as people may see it. */

/**
 * @param url as the client takes it: `postgres://role:password@host:port/database`
 * @returns host and port, or the folder of its socket, and the database; nothing of role and password
 */
export function hostOf(url: string): string {
  // The address of a socket has no host, which the address of a page must have.
  const { hostname, port, pathname, searchParams } = new URL(url.replace(/^(postgres(?:ql)?:\/\/(?:[^/@]*@)?)(?=\/)/, '$1localhost'));
  const folder = searchParams.get('host');
  const host = folder ?? `${hostname}:${port === '' ? '5432' : port}`;
  return `${host}${pathname === '/' ? '' : `, database "${decodeURIComponent(pathname.slice(1))}"`}`;
}
