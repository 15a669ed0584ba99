// Jest runs everything, ESM packages included, through SWC as CommonJS: no node flag needed (NestJS 12 is ESM only).
const esmPackages = [
  '@nestjs', 'nodemailer', 'ical-generator', 'file-type', 'load-esm', 'strtok3', 'token-types', 'uint8array-extras',
  'es-toolkit', '@tokenizer', '@borewit', 'iterare', 'uid', 'ical\\.js', 'write-excel-file', 'read-excel-file', 'rate-limiter-flexible',
  'cookie', 'preact', 'openid-client', 'oauth4webapi', 'jose', 'oidc-provider',
]
const libraries = ['contracts', 'i18n', 'ui', 'platform', 'staff', 'contacts', 'events', 'participants', 'workshops', 'mailing']

export default {
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/libs/**/*.spec.{ts,tsx}', '<rootDir>/apps/**/*.spec.{ts,tsx}', '<rootDir>/bench/**/*.spec.ts', '<rootDir>/test/**/*.{spec,e2e-spec}.{ts,tsx}'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  transform: {
    '^.+\\.(ts|tsx|js|mjs)$': ['@swc/jest', {
      swcrc: false,
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        keepClassNames: true,
      },
    }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    ...Object.fromEntries(libraries.map((name) => [`^@app/${name}$`, `<rootDir>/libs/${name}/src/index.ts`])),
  },
  globalSetup: '<rootDir>/test/services/global-setup.ts',
  globalTeardown: '<rootDir>/test/services/global-teardown.ts',
  reporters: ['default', '<rootDir>/test/reporter.mjs'],
  testSequencer: '<rootDir>/test/sequencer.mjs',
  // One more than the build server has processors: suites that take services away wait for most of their time.
  maxWorkers: 3,
  // Every suite has modules of its own, and some of them stay: a worker that has grown this large makes way for a new one.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 30_000,
}
