import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const locked = z.object({ version: z.string().optional(), license: z.string().optional(), integrity: z.string().optional(), dev: z.boolean().optional(), devOptional: z.boolean().optional(), optional: z.boolean().optional(), link: z.boolean().optional() });
const lockfile = z.object({ name: z.string(), version: z.string(), packages: z.record(z.string(), locked) });

interface Component {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly scope: 'required' | 'optional';
  readonly licenses: readonly { readonly expression: string }[];
  readonly hashes: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
}
export interface Bill { readonly bomFormat: 'CycloneDX'; readonly specVersion: '1.6'; readonly version: 1; readonly metadata: object; readonly components: readonly Component[] }

/**
 * What runs, as CycloneDX 1.6, read from the lockfile; what only builds and checks is left out. npm's own `npm sbom` leaves out packages that are somebody's
 * peer as well (of ours `jose` and `zod`, npm 11.19), so it is not used.
 */
export function billOfMaterials(root: string): Bill {
  const { name, version, packages } = lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const components = Object.entries(packages).flatMap(([path, { dev = false, link = false, ...kept }]) => (path === '' || dev || link ? [] : [component(path, kept)]));
  const unique = new Map(components.map((each) => [each['bom-ref'], each]));
  return { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: { type: 'application', 'bom-ref': name, name, version } }, components: [...unique.values()].toSorted((one, other) => (one['bom-ref'] < other['bom-ref'] ? -1 : 1)) };
}

function component(path: string, { version = '', license, integrity = '', optional = false, devOptional = false }: Omit<z.infer<typeof locked>, 'dev' | 'link'>): Component {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const sum = /^sha512-([A-Za-z0-9+/=]+)$/.exec(integrity)?.[1];
  return {
    type: 'library', 'bom-ref': purl, name, version, purl, scope: optional || devOptional ? 'optional' : 'required',
    licenses: license === undefined ? [] : [{ expression: license }], hashes: sum === undefined ? [] : [{ alg: 'SHA-512', content: Buffer.from(sum, 'base64').toString('hex') }],
  };
}

/** As docs/licences.md has them for what runs. */
const known = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];
const knownFor: Readonly<Record<string, string>> = { 'web-push': 'MPL-2.0', 'ical.js': 'MPL-2.0', 'robust-predicates': 'Unlicense' };

/** Each component with a licence we have not looked at, or none. */
export function unknownLicences({ components }: Pick<Bill, 'components'>): readonly string[] {
  return components.flatMap(({ name, version, licenses: [first] }) => (
    first !== undefined && (isKnown(first.expression) || knownFor[name] === first.expression) ? [] : [`${name} ${version}: ${first?.expression ?? 'no licence'}`]
  ));
}

/** One of several will do; all of several have to. */
function isKnown(expression: string): boolean {
  return expression.replaceAll(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((each) => known.includes(each.trim())));
}
