import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Who may depend on whom. Each tag of a project has its row; a tag without a row would protect nothing. */
const boundaries = [
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:db', onlyDependOnLibsWithTags: ['type:domain'] },
  { sourceTag: 'type:http', onlyDependOnLibsWithTags: ['type:domain', 'type:db', 'type:contracts'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:domain', 'type:db', 'type:http', 'type:contracts'] },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: ['type:domain', 'type:db', 'type:http', 'type:contracts', 'type:testing'],
  },
  { sourceTag: 'type:walkthrough', onlyDependOnLibsWithTags: ['type:testing'] },
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  { sourceTag: 'scope:book-secure-move', onlyDependOnLibsWithTags: ['scope:book-secure-move', 'scope:shared'] },
  { sourceTag: 'scope:street-manager', onlyDependOnLibsWithTags: ['scope:street-manager', 'scope:shared'] },
  { sourceTag: 'scope:wrm', onlyDependOnLibsWithTags: ['scope:wrm', 'scope:shared'] },
];

/** A library's own tests may stand on the test kit, which itself stands on these libraries; nobody else sees the circle. */
const boundariesOfTests = boundaries.map((row) =>
  ['type:db', 'type:http'].includes(row.sourceTag)
    ? { ...row, onlyDependOnLibsWithTags: [...row.onlyDependOnLibsWithTags, 'type:testing'] }
    : row,
);
const circlesOfTests = [
  ['db', 'testing'],
  ['http', 'testing'],
];

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/generated/', '.data/', '.nx/', '.cache/', 'coverage/'] },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], depConstraints: boundaries, enforceBuildableLibDependency: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  { files: ['**/*.test.ts'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  {
    files: ['**/*.test.ts', 'packages/{db,http,webhooks}/src/testing/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          depConstraints: boundariesOfTests,
          enforceBuildableLibDependency: false,
          ignoredCircularDependencies: circlesOfTests,
        },
      ],
    },
  },
  {
    files: ['packages/domain/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'packages/domain/src/kernel/clock.ts', 'packages/domain/src/kernel/ids.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Take the time as an argument.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time as an argument.' },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Take the id as an argument.',
        },
      ],
    },
  },
  {
    files: ['**/*.cjs'],
    rules: {
      // A project's jest configuration extends the preset at the root, which is no project.
      '@nx/enforce-module-boundaries': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
);
