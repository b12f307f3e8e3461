import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import { bundle, bundleSkill, leanAmazon, leanAmazonAndStreams, type Bundle } from './bundling.ts';

const root = dirname(import.meta.dirname);

/** Where the functions lie for `infra/`, each in a folder of its own with `index.cjs`. */
export const functionsFolder = join(root, 'dist', 'lambda');

export interface FunctionBundle extends Bundle { readonly name: 'skill' | (typeof others)[number] }

const others = ['due-alerts', 'api', 'web', 'sync-services', 'rota-calendars', 'agency-files', 'device-authorizer', 'devices'] as const;

/** Every function that AWS runs, or some of them, ready to be put there. */
export async function bundleFunctions(folder: string, names: readonly FunctionBundle['name'][] = ['skill', ...others]): Promise<readonly FunctionBundle[]> {
  if (names.includes('web')) copyPages(join(folder, 'web'));
  for (const name of hearing.filter((each) => names.includes(each))) copyEncoder(join(folder, name));
  return Promise.all(names.map(async (name) => {
    if (name === 'skill') return { ...(await bundleSkill(join(folder, name)))[0], name };
    return { ...await bundle(join(root, 'lambda', `${name}.ts`), join(folder, name, 'index.cjs'), [...(name === 'agency-files' ? leanAmazonAndStreams : leanAmazon), ownPlaces, noCanvas, runtimeApart]), name };
  }));
}

/** Templates, styles and scripts are found beside the module that serves them; in one file each module still says where it came from. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup: (bundling) => {
    bundling.onLoad({ filter: /[/\\](?:web|lambda)[/\\].*\.ts$/ }, ({ path }) => {
      const file = JSON.stringify(`/${relative(root, path).split(sep).join('/')}`);
      const contents = readFileSync(path, 'utf8').replaceAll('import.meta.dirname', `require('node:path').dirname(__dirname + ${file})`).replaceAll('import.meta.url', `require('node:url').pathToFileURL(__dirname + ${file})`);
      return { contents, loader: 'ts' };
    });
  },
};

/** Functions that people talk to in words, not through Amazon. */
const hearing: readonly FunctionBundle['name'][] = ['web', 'api'];

/** The runtime of the sentence encoder finds its own WebAssembly beside it. */
const runtimeApart: Plugin = {
  name: 'runtime-apart',
  setup: (bundling) => { bundling.onResolve({ filter: /^onnxruntime-web\/wasm$/ }, () => ({ path: 'onnxruntime-web/wasm', external: true })); },
};

function copyEncoder(folder: string): void {
  cpSync(join(root, 'lambda/understanding'), join(folder, 'lambda/understanding'), { recursive: true, filter: (from) => !from.endsWith('.ts') });
  const runtime = ['dist', 'dist/ort.wasm.bundle.min.mjs', 'dist/ort-wasm-simd-threaded.wasm'];
  copyPackage(folder, join(root, 'node_modules/onnxruntime-web'), 'onnxruntime-web', (path) => runtime.includes(path));
}

/** Charts are drawn as SVG: no canvas is looked for. */
const noCanvas: Plugin = {
  name: 'no-canvas',
  setup: (bundling) => {
    bundling.onResolve({ filter: /^vega-canvas$/ }, () => ({ path: 'canvas', namespace: 'no-canvas' }));
    bundling.onLoad({ filter: /.*/, namespace: 'no-canvas' }, () => ({ contents: 'exports.canvas = () => null; exports.domCanvas = () => null; exports.image = () => null;' }));
  },
};

/** What the pages are made of, and what browsers are given of others' packages. */
function copyPages(folder: string): void {
  cpSync(join(root, 'web'), join(folder, 'web'), { recursive: true, filter: (from) => !/\.(?:ts|scss|md)$/.test(from) });
  const from = createRequire(join(root, 'package.json'));
  copyPackage(folder, dirname(from.resolve('govuk-frontend/package.json')), 'govuk-frontend', (path) => path === 'dist' || /^dist\/govuk(?:$|\/(?:components|macros|helpers)?[^.]*$)|\.njk$/.test(path));
  copyPackage(folder, dirname(from.resolve('mqtt/package.json')), 'mqtt', (path) => path === 'dist' || path === 'dist/mqtt.esm.js');
  copyPackage(folder, join(root, 'node_modules/@simplewebauthn/browser'), '@simplewebauthn/browser', (path) => /^(?:esm|script)(?:$|\/.*(?:\.js|\.json|[^.]{1,40})$)/.test(path));
}

function copyPackage(folder: string, from: string, name: string, isWanted: (path: string) => boolean): void {
  const to = join(folder, 'node_modules', name);
  mkdirSync(to, { recursive: true });
  cpSync(join(from, 'package.json'), join(to, 'package.json'));
  for (const top of readdirSync(from)) {
    if (isWanted(top)) cpSync(join(from, top), join(to, top), { recursive: true, filter: (path) => isWanted(relative(from, path).split(sep).join('/')) });
  }
}
