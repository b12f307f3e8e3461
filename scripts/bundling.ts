import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where `npm run bundle` puts the skill. */
export const skillFolder = join(root, 'dist', 'skill');

export interface Bundle { readonly file: string; readonly bytes: number; readonly inputs: readonly string[] }

/** The skill for Lambda's nodejs24.x: `index.cjs`, and `accounts.cjs`, which is read only when a linked account's token comes. */
export async function bundleSkill(folder: string): Promise<readonly [index: Bundle, accounts: Bundle]> {
  return [
    await bundle(join(root, 'lambda', 'skill.ts'), join(folder, 'index.cjs'), [accountsApart, ...leanAmazon]),
    await bundle(join(root, 'lambda', 'alexa', 'remote-accounts.ts'), join(folder, 'accounts.cjs')),
  ];
}

/** One file with all it needs: small, because a cold start reads every byte. */
export async function bundle(entry: string, file: string, plugins: Plugin[] = []): Promise<Bundle> {
  const { metafile } = await build({
    entryPoints: [entry], outfile: file, bundle: true, platform: 'node', target: 'node24', format: 'cjs',
    minify: true, keepNames: false, sourcemap: false, legalComments: 'none', metafile: true, logLevel: 'error',
    mainFields: ['module', 'main'], charset: 'utf8', define: { 'process.env.NODE_ENV': '"production"' }, plugins: [zonesOfLuxon, ...plugins],
  });
  const [output] = Object.values(metafile.outputs);
  return { file, bytes: output?.bytes ?? 0, inputs: Object.entries(output?.inputs ?? {}).flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : [])) };
}

/** Lambda always gives its keys in the environment: Amazon's other ways of finding keys (files, single sign-on, EC2 …) stay out. */
const keysFromEnvironment: Plugin = {
  name: 'keys-from-environment',
  setup: (bundling) => {
    bundling.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({ path: 'keys', namespace: 'keys-from-environment', pluginData: resolveDir, sideEffects: false }));
    bundling.onLoad({ filter: /.*/, namespace: 'keys-from-environment' }, ({ pluginData }) => ({
      contents: 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";', resolveDir: String(pluginData),
    }));
  },
};

/** ask-sdk-core holds clients of all of Amazon's services ready; ours are in `lambda/alexa`. Whoever asks for one of Amazon's gets an error at once. */
const noServiceClients: Plugin = {
  name: 'no-service-clients',
  setup: (bundling) => {
    bundling.onResolve({ filter: /^ask-sdk-model$/ }, () => ({ path: 'clients', namespace: 'no-service-clients' }));
    bundling.onLoad({ filter: /.*/, namespace: 'no-service-clients' }, () => ({ contents: 'exports.services = { ServiceClientFactory: class {} };' }));
  },
};

/** Amazon's clients can read streams of events; DynamoDB's has none, and would get an error at once. */
const noEventStreams: Plugin = {
  name: 'no-event-streams',
  setup: (bundling) => {
    bundling.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => ({ path: 'event-streams', namespace: 'no-event-streams' }));
    bundling.onLoad({ filter: /.*/, namespace: 'no-event-streams' }, () => ({ contents: 'throw new Error("DynamoDB has no event streams.");' }));
  },
};

/** Of luxon we ask the offset of a zone, which is one of its own source files. Its settings, which that file never reads, would bring all the rest: a ninth of the skill. */
const zonesOfLuxon: Plugin = {
  name: 'zones-of-luxon',
  setup: (bundling) => {
    const sources = join(root, 'node_modules/luxon/src');
    bundling.onResolve({ filter: /^luxon$/ }, () => ({ path: 'zones', namespace: 'zones-of-luxon', sideEffects: false }));
    bundling.onResolve({ filter: /\/settings\.js$/ }, ({ importer }) => (importer.startsWith(sources) ? { path: 'settings', namespace: 'zones-of-luxon', sideEffects: false } : undefined));
    bundling.onLoad({ filter: /^zones$/, namespace: 'zones-of-luxon' }, () => ({ contents: 'export { default as IANAZone } from "./zones/IANAZone.js";', resolveDir: sources }));
    bundling.onLoad({ filter: /^settings$/, namespace: 'zones-of-luxon' }, () => ({ contents: 'export default new Proxy({}, { get() { throw new Error("Only the zones of luxon are here."); } });' }));
  },
};

/** Amazon's packages without what is of no use on Lambda; S3's client reads event streams, and is made with what reads them. */
export const leanAmazonAndStreams: readonly Plugin[] = [keysFromEnvironment, noServiceClients];
export const leanAmazon: readonly Plugin[] = [...leanAmazonAndStreams, noEventStreams];

/** What checks account-linking tokens is a file of its own, beside the skill's. */
const accountsApart: Plugin = {
  name: 'accounts-apart',
  setup: (bundling) => { bundling.onResolve({ filter: /\/remote-accounts\.ts$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './accounts.cjs', external: true } : undefined)); },
};
