export { loadUnderstanding, type Hearing, type Understanding, type Understood } from './understanding.ts';
export type { LanguageModelFile } from './language-model.ts';
