import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks, { type Environment } from 'nunjucks';
import { paths } from './paths.ts';

const govukFrontend = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');

/** The pages' templates. Everything put into one is escaped. */
export function createTemplates(): Environment {
  const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader([import.meta.dirname, govukFrontend]), { autoescape: true, trimBlocks: true, lstripBlocks: true });
  templates.addGlobal('paths', paths);
  return templates;
}
