import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import type {Manifest} from '../manifest/schema.js';
import {elementApis} from './element-api.js';
import {reactIndex, reactModule} from './react-module.js';
import {typesModule} from './types-module.js';

/**
 * What is generated for frameworks: paths from the root, and the text of each file. Which elements
 * have wrappers is said by the dependencies of `@local-widgets/types`; their manifests are read.
 */
export async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const {dependencies} = readJson(join(root, 'packages/types/package.json')) as {
    dependencies: Record<string, string>;
  };
  const elements = Object.keys(dependencies)
    .sort()
    .flatMap(name => {
      const folder = join(root, 'packages', name.replace('@local-widgets/', ''));
      return elementApis(readJson(join(folder, 'custom-elements.json')) as Manifest, name);
    });
  const texts = new Map<string, string>([
    ...elements.map(one => [`packages/react/src/${one.tag}.ts`, reactModule(one)] as const),
    ['packages/react/src/index.ts', reactIndex(elements)],
    ['packages/types/src/elements.d.ts', typesModule(elements)],
  ]);
  const formatted = [...texts].map(async ([path, text]): Promise<[string, string]> => {
    const file = join(root, path);
    return [path, await format(text, {...(await resolveConfig(file)), parser: 'typescript'})];
  });
  return new Map(await Promise.all(formatted));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
