import tseslint from 'typescript-eslint';

/** Nothing outside `allowed` may be imported by files of `folder`: the arrows between the folders. */
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
/** The parts of the work, as officers call them: the folders of `api/` and `database/`. */
const subjects = [
  'cases',
  'care',
  'code',
  'contact',
  'corporate',
  'court',
  'intake',
  'operations',
  'people',
  'referrals',
];
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
  arrow('domain/time', [{ regex: '^(?!\\./)' }], 'domain/time/ knows clocks and calendars alone.'),
  arrow('config', [{ regex: '^\\.\\./(?!domain/)' }], 'config/ reads the environment and imports domain/ only.'),
  arrow('published', [{ regex: '^\\.\\./(?!domain/)' }], 'published/ imports domain/ only.'),
  arrow('temporal', [{ regex: '^\\.\\./(?!config/)' }], 'temporal/ imports config/ only.'),
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
  ...['store', 'encryption'].map((ground) =>
    arrow(
      `database/${ground}`,
      [folders('workflows', 'activities', 'gateways', 'commands', 'api', 'web', 'cli', 'dev'), folders(...subjects)],
      'database/store and database/encryption serve every collection and know none.'
    )
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
    'api/http',
    [
      { regex: '^(\\.\\./)+workflows/(?!messages$)' },
      folders('activities', 'web', 'cli', 'dev'),
      { regex: `^\\.\\./(${subjects.join('|')})/` },
    ],
    'api/http/ serves every resource and knows none.'
  ),
  arrow(
    'cli',
    [folders('workflows', 'activities', 'database', 'gateways', 'commands', 'dev')],
    'cli/ talks to the running service.'
  )
);
