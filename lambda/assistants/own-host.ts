import { isIP } from 'node:net';

/**
 * Whether a request was really meant for us: its Host names this machine, an address that is no name, or one of our names outside.
 * Another site's page can point a name of its own at us (DNS rebinding), never a number. A browser's Origin must be the same host.
 */
export function isForUs({ host, origin }: { readonly host: string | undefined; readonly origin: string | undefined }, publicHosts: readonly string[]): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const named = new URL(`http://${host}`);
  if (named.host !== host.toLowerCase() && `${named.hostname}:80` !== host.toLowerCase()) return false;
  const name = named.hostname.replace(/^\[(.*)\]$/, '$1');
  if (name !== 'localhost' && isIP(name) === 0 && !publicHosts.includes(name)) return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === named.host);
}
