import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {rollup, type Plugin} from 'rollup';
import ts from 'typescript';

/** TypeScript as JavaScript, file by file: its types are checked by `npm run types`. */
const withoutTypes: Plugin = {
  name: 'without-types',
  resolveId(id, importer) {
    return importer?.endsWith('.ts') && id.startsWith('.')
      ? join(importer, '..', id.replace(/\.js$/, '.ts'))
      : null;
  },
  load: id => (id.endsWith('.ts') ? readFileSync(id, 'utf8') : null),
  transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const compilerOptions = {
      target: ts.ScriptTarget.ES2021,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      sourceMap: true,
    };
    const {outputText, sourceMapText} = ts.transpileModule(code, {compilerOptions, fileName: id});
    return {code: outputText, map: sourceMapText ?? null};
  },
};

/** The configurator's script: one file, and one more that reads pasted files. */
export async function bundleConfigurator(root: string, folder: string): Promise<void> {
  const bundle = await rollup({
    input: {configurator: join(root, 'packages/dev/src/configurator/main.ts')},
    plugins: [withoutTypes, nodeResolve({browser: true}), terser({ecma: 2020, module: true})],
    onwarn: warning => {
      throw new Error(warning.message);
    },
  });
  await bundle.write({
    dir: folder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'configurator-[name].js',
  });
  await bundle.close();
}
