// Keeps one promise: tests that pass while a control of the hazard log did not run do not pass.
import { relative, resolve } from 'node:path';
import { openControls, readHazards } from '../../scripts/assurance/hazards.ts';

interface Results { readonly testResults: readonly { readonly testFilePath: string; readonly testResults: readonly { readonly title: string; readonly status: string }[] }[] }
interface Asked { readonly testPathPatterns?: { readonly patterns?: readonly string[] }; readonly testNamePattern?: string; readonly onlyChanged?: boolean; readonly shard?: unknown; readonly listTests?: boolean }

const root = resolve(import.meta.dirname, '../..');

export default class HazardReporter {
  readonly #asked: Asked;
  #open: readonly string[] = [];

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  onRunComplete(_contexts: unknown, { testResults }: Results): void {
    const { testPathPatterns, testNamePattern, onlyChanged = false, shard } = this.#asked;
    // Of a test that was left out by name nothing can be said.
    if (testNamePattern !== undefined && testNamePattern !== '') return;
    const isWhole = (testPathPatterns?.patterns ?? []).length === 0 && !onlyChanged && shard === undefined;
    const runs = testResults.flatMap(({ testFilePath, testResults: each }) => each.map(({ title, status }) => ({ file: relative(root, testFilePath).replaceAll('\\', '/'), title, status })));
    this.#open = openControls(readHazards(), runs, isWhole);
    if (this.#open.length > 0) console.error(`\nThe hazard log relies on tests that did not run and pass:\n${this.#open.join('\n')}`);
  }

  getLastError(): Error | undefined {
    return this.#open.length === 0 ? undefined : new Error('Controls of the hazard log are open');
  }
}
