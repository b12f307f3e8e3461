export { loadUnderstanding, type Hearing, type Understanding, type Understood } from './understanding.ts';
export type { Encoder } from './encoder.ts';
export type { DynamicEntities, LanguageModelFile } from './language-model.ts';
