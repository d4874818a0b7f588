import {join} from 'node:path';
import {ESLint} from 'eslint';
import tseslint from 'typescript-eslint';
import {root} from '../../src/root.js';

/** The repository's own configuration; without types, so that made-up files can be linted. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{files: ['**/*.ts'], extends: [tseslint.configs.disableTypeChecked]}].flatMap(
    ({files, extends: configs}) => configs.map(config => ({...config, files})),
  ),
});

/** The rules, among those named, that a made-up text at `path` breaks, in the order of the text. */
export async function brokenRules(
  path: string,
  text: string,
  rules: readonly string[],
): Promise<string[]> {
  const [result] = await eslint.lintText(text, {filePath: join(root, path)});
  const messages = result?.messages ?? [];
  const fatal = messages.find(({ruleId}) => ruleId === null);
  if (!result || fatal) throw new Error(`${path} cannot be linted: ${fatal?.message ?? 'ignored'}`);
  return messages.flatMap(({ruleId}) => (ruleId && rules.includes(ruleId) ? [ruleId] : []));
}
