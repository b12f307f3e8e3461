import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export interface BundlePath { readonly entry: string; readonly outfile: string }

export const bundlePaths = {
  skill: { entry: join(root, 'lambda', 'skill.ts'), outfile: join(root, 'dist', 'skill', 'index.cjs') },
} as const satisfies Record<string, BundlePath>;

/** One file with all it needs, for Lambda's nodejs24.x: small, because a cold start reads every byte. */
export async function bundle({ entry, outfile }: BundlePath): Promise<{ readonly bytes: number; readonly inputs: readonly string[] }> {
  const { metafile } = await build({
    entryPoints: [entry], outfile, bundle: true, platform: 'node', target: 'node24', format: 'cjs',
    minify: true, keepNames: false, sourcemap: false, legalComments: 'none', metafile: true, logLevel: 'error',
    mainFields: ['module', 'main'], define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = Object.values(metafile.outputs);
  return { bytes: output?.bytes ?? 0, inputs: Object.keys(metafile.inputs) };
}
