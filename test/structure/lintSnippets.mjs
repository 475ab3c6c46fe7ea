// Lints the snippets given on standard input and prints their messages. ESLint loads its configuration by import(),
// which jest's own module loader cannot do; rules that need types are left out, since the snippets are in no program.
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';

const eslint = new ESLint({
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-misused-promises': 'off' },
  },
});

const answers = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [{ messages } = { messages: [] }] = await eslint.lintText(code, { filePath: file });
  answers.push(messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
process.stdout.write(JSON.stringify(answers));
