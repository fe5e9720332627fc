/** All projects in one run, so that they share one PostgreSQL. */
module.exports = {
  maxWorkers: '100%',
  projects: [
    '<rootDir>/packages/*/jest.config.cjs',
    '<rootDir>/apps/*/jest.config.cjs',
    '<rootDir>/tools/jest.config.cjs',
  ],
};
