import tseslint from 'typescript-eslint';

/** Nothing outside `allowed` may be imported by files of `folder`: the arrows of docs/structure.md. */
const arrow = (folder, forbidden, message) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: forbidden.map((group) => ({ ...group, message: group.message ?? message })) },
    ],
  },
});

const folders = (...names) => ({ regex: `^(\\.\\./)+(${names.join('|')})(/|$)` });
const worker = { regex: '^(\\.\\./)+worker$' };
const nodeBuiltins = { regex: '^node:' };

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', '**/*.mjs'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: 'error',
      'no-restricted-properties': [
        'error',
        { property: 'startTransaction', message: 'A standalone mongod has no transactions: order idempotent writes.' },
        { property: 'withTransaction', message: 'A standalone mongod has no transactions: order idempotent writes.' },
      ],
    },
  },
  arrow(
    'domain',
    [
      { regex: '^[^.]' },
      folders('workflows', 'activities', 'database', 'gateways', 'commands', 'api', 'web', 'cli', 'dev'),
      folders('config', 'temporal', 'published'),
      worker,
    ],
    'domain/ is pure: it imports only domain/.'
  ),
  arrow(
    'workflows',
    [
      nodeBuiltins,
      { regex: '^(zod|mongoose|pino|express)' },
      { regex: '^@temporalio/(client|worker|activity|testing)' },
      folders('database', 'gateways', 'commands', 'api', 'web', 'cli', 'dev', 'config', 'temporal', 'published'),
      { ...folders('activities'), allowTypeImports: true },
      worker,
    ],
    'workflows/ imports domain/ and types from activities/.'
  ),
  arrow(
    'activities',
    [{ regex: '^(\\.\\./)+workflows/(?!messages$)' }, folders('api', 'web', 'cli', 'dev')],
    'activities/ imports database/, domain/, gateways/, commands/ and workflows/messages.'
  ),
  arrow(
    'database',
    [folders('workflows', 'activities', 'gateways', 'commands', 'api', 'web', 'cli', 'dev')],
    'database/ imports domain/ only.'
  ),
  arrow(
    'gateways',
    [folders('workflows', 'activities', 'commands', 'api', 'web', 'cli', 'dev')],
    'gateways/ imports database/ and domain/.'
  ),
  arrow(
    'commands',
    [{ regex: '^(\\.\\./)+workflows/(?!messages$)' }, folders('activities', 'api', 'web', 'cli', 'dev')],
    'commands/ imports database/, domain/, gateways/ and workflows/messages.'
  ),
  arrow(
    'api',
    [{ regex: '^(\\.\\./)+workflows/(?!messages$)' }, folders('activities', 'web', 'cli', 'dev')],
    'api/ imports domain/, database/, gateways/, commands/ and workflows/messages.'
  ),
  arrow(
    'cli',
    [folders('workflows', 'activities', 'database', 'gateways', 'commands', 'dev')],
    'cli/ talks to the running service.'
  )
);
