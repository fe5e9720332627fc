/** Shared by every project: TypeScript through swc as CommonJS, so jest needs no flags on any Node. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts'],
  transform: {
    '^.+\\.(t|m?j)s$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // The libraries that ship as ES modules only go through the same transform.
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: require.resolve('./packages/testing/src/global-setup.cjs'),
  globalTeardown: require.resolve('./packages/testing/src/global-teardown.cjs'),
  setupFilesAfterEnv: [require.resolve('./packages/testing/src/patience.cjs')],
};
