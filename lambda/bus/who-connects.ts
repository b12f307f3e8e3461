import type { KnownDevice } from './device-topics.ts';

/** Who this is, or undefined when the name or the word is wrong. */
export type WhoIs = (deviceId: string, word: string) => Promise<KnownDevice | undefined>;

/** A device comes under its own name only, as its user name and as its client id, with the word that it was given. */
export async function whoConnects({ clientId, name, word }: { readonly clientId?: string | undefined; readonly name?: string | undefined; readonly word: string }, whois: WhoIs): Promise<KnownDevice | undefined> {
  return name === undefined || clientId !== name ? undefined : whois(name, word);
}
