// Keeps one promise: JSON that leaves this house is checked against the types Amazon publishes, field by field.
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** What TypeScript says against giving these values these types; empty when all is well. Each value is named by its type expression. */
export function typeFaults(imports: string, values: readonly { readonly type: string; readonly value: unknown }[]): string[] {
  const path = join(root, 'test', 'checked-here-only.ts');
  const text = [imports, ...values.map(({ type, value }, index) => `export const value${index}: ${type} = ${JSON.stringify(value, null, 1)};`)].join('\n');
  const options: ts.CompilerOptions = {
    strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === path || disk.fileExists(name),
    readFile: (name) => (name === path ? text : disk.readFile(name)),
    getSourceFile: (name, language) => (name === path ? ts.createSourceFile(name, text, language) : disk.getSourceFile(name, language)),
  };
  const program = ts.createProgram([path], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
