import {globSync, readFileSync, statSync} from 'node:fs';
import {join, sep} from 'node:path';
import {stringify} from 'yaml';

/** Contents of a plugin by path, with `/` in every system. */
export type Files = Map<string, Buffer>;

/** The files of a folder, below `prefix`. */
export function filesIn(folder: string, prefix = ''): Files {
  const paths = globSync('**/*', {cwd: folder})
    .filter(path => statSync(join(folder, path)).isFile())
    .sort();
  return new Map(
    paths.map(path => [`${prefix}${path.split(sep).join('/')}`, readFileSync(join(folder, path))]),
  );
}

/** Puts values in place of `{{name}}`, in files of text; a name without a value is a mistake. */
export function fillIn(files: Files, values: Readonly<Record<string, string>>): Files {
  return new Map(
    [...files].map(([path, content]) => [
      path,
      Buffer.from(
        String(content).replaceAll(/\{\{(\w+)\}\}/g, (all, name: string) => {
          const value = values[name];
          if (value === undefined) throw new Error(`${path}: nothing is called ${all}.`);
          return value;
        }),
      ),
    ]),
  );
}

export const textFile = (text: string): Buffer => Buffer.from(text);

export const jsonFile = (value: object): Buffer =>
  textFile(`${JSON.stringify(value, undefined, 2)}\n`);

/** One line a value, texts in quotes: small readers of YAML know no more. */
export const yamlFile = (value: object): Buffer =>
  textFile(
    stringify(value, {defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN', lineWidth: 0}),
  );
