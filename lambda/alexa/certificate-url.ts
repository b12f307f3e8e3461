const onAmazonsBucket = /^https:\/\/s3\.amazonaws\.com(?::443)?(\/[A-Za-z0-9._/-]{1,400})$/i;

/**
 * The one address a signing certificate may be fetched from, in its plain form, or undefined. Host in any case, path in exactly
 * Amazon's, after dots are resolved; no query, hash, user name, encoded or foreign character.
 * Source: "Host a custom skill as a web service", checking the signature.
 */
export function certificateAddress(header: string): string | undefined {
  const path = onAmazonsBucket.exec(header)?.[1];
  if (path === undefined) return undefined;
  const { pathname, href } = new URL(`https://s3.amazonaws.com${path}`);
  return /^\/echo\.api(\/[^/]+)+$/.test(pathname) ? href : undefined;
}
