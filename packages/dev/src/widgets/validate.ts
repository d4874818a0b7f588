import {readFileSync} from 'node:fs';
import {Compile} from 'typebox/schema';

/** What in `value` is not as the JSON Schema in `file` says, a sentence each. */
export function schemaFaults(file: string, value: unknown): string[] {
  const schema = JSON.parse(readFileSync(file, 'utf8')) as object;
  const [, errors] = Compile(schema).Errors(value);
  return errors.map(({instancePath, message}) => `${instancePath || '/'} ${message}.`);
}
