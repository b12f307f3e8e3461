import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const ambient = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the clock that is passed in.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the clock that is passed in.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Use the randomness that is passed in.' },
];
const ambientEnv = { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only lambda/config.ts is given the environment.' };

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.data/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'no-control-regex': 'off',
    },
  },
  {
    files: ['models/**/*.ts', 'skill/**/*.ts', 'web/**/*.ts', 'lambda/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ambient, ambientEnv], 'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }] },
  },
  {
    // The composition root and the entries: where the real clock, chance and settings come in.
    files: ['lambda/services.ts', 'lambda/local.ts', 'lambda/skill.ts', 'lambda/watch.ts', 'lambda/due-alerts.ts', 'lambda/sync-services.ts', 'lambda/rota-calendars.ts', 'lambda/agency-files.ts', 'lambda/web.ts', 'lambda/api.ts', 'lambda/devices.ts', 'lambda/device-authorizer.ts', 'lambda/lambda-parts.ts', 'lambda/bringing-parts.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // A construct is made for what it adds to its stack.
    files: ['infra/**/*.ts'],
    rules: { 'no-new': 'off', '@typescript-eslint/no-deprecated': 'error' },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { name: 'nock', message: 'Take it from test/support/pretend-network.ts, which takes it down again.' }] },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', module: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['web/**/browser/**/*.js', 'web/**/*.browser.js'],
    languageOptions: { globals: { document: 'readonly', window: 'readonly', fetch: 'readonly', speechSynthesis: 'readonly', SpeechSynthesisUtterance: 'readonly', crypto: 'readonly', localStorage: 'readonly', sessionStorage: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', HTMLElement: 'readonly', FormData: 'readonly', DOMParser: 'readonly', performance: 'readonly', matchMedia: 'readonly', Node: 'readonly', navigator: 'readonly', AbortSignal: 'readonly', URLSearchParams: 'readonly', location: 'readonly', Intl: 'readonly', setInterval: 'readonly', requestAnimationFrame: 'readonly', addEventListener: 'readonly', AudioContext: 'readonly', self: 'readonly', caches: 'readonly', Headers: 'readonly', Request: 'readonly', Response: 'readonly', Notification: 'readonly', EventSource: 'readonly' } },
  },
);
