import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const privateByKeyword = { selector: 'PrivateIdentifier', message: 'Members are `private`, not #private.' };

export default tseslint.config(
  { ignores: ['dist/', 'drizzle/', 'coverage/', 'data/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      'no-control-regex': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/main.ts reads the environment.' },
        { object: 'Date', property: 'now', message: 'Time comes from a Clock that is passed in.' },
        { object: 'Math', property: 'random', message: 'Chance comes from a source that is passed in.' },
      ],
      'no-restricted-syntax': ['error', privateByKeyword],
    },
  },
  {
    // What not every start needs is loaded late, at the first call of `const metrics = () => require('./metrics') as typeof Metrics`
    // beside the imports. import() does the same, but jest can run that in CommonJS only with an experimental flag of Node.
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-require-imports': 'off',
      'no-restricted-syntax': [
        'error',
        privateByKeyword,
        {
          selector: ':not(ArrowFunctionExpression > TSAsExpression) > CallExpression[callee.name="require"]',
          message: 'Import it, or load it late: const name = () => require(…) as typeof Name.',
        },
      ],
    },
  },
  {
    files: [
      'src/main.ts',
      'src/web/page/main.ts',
      'src/process/clock.ts',
      'drizzle.config.ts',
      'src/sandbox/**',
      'src/telegram-double/**',
      'test/**',
      'bench/**',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        console: 'readonly',
        performance: 'readonly',
      },
    },
  },
  prettier,
);
