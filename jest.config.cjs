/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  maxWorkers: 2,
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // jose is published as ES modules only, which jest does not load untransformed.
  transformIgnorePatterns: ['/node_modules/(?!jose/)', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  globalSetup: '<rootDir>/test/support/openTestRun.ts',
  globalTeardown: '<rootDir>/test/support/closeTestRun.ts',
};
