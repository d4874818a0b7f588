import {createRequire} from 'node:module';
import {join} from 'node:path';
import type {TestRunnerPlugin} from '@web/test-runner-core';
import {build, type Rolldown} from 'vite';

/** What tests may import of React, which comes as CommonJS only and would not start in a page. */
const MODULES = ['react', 'react-dom', 'react-dom/client'] as const;

const FOLDER = '/__react__/';
const BUNDLE = `${FOLDER}bundle.js`;

/** Serves React's development build as modules, one copy for all tests of a page. */
export function reactModules(root: string): TestRunnerPlugin {
  const require = createRequire(join(root, 'packages/react/package.json'));
  // React asks the console of its process what it can do: now, before the test runner changes it
  const names = new Map(MODULES.map(name => [name, Object.keys(require(name) as object)]));
  let bundle: Promise<string> | undefined;
  return {
    name: 'local-widgets-react',
    resolveImport: ({source}) =>
      MODULES.some(name => name === source) ? `${FOLDER}${source}.js` : undefined,
    async serve({path}) {
      if (path === BUNDLE) return {body: await (bundle ??= bundled(join(root, 'packages/react')))};
      const name = MODULES.find(name => path === `${FOLDER}${name}.js`);
      if (!name) return undefined;
      return {body: moduleOf(name, names.get(name)!)};
    },
  };
}

/** A module that gives one of the bundle's parts, by default and by its names. */
function moduleOf(name: string, names: readonly string[]): string {
  return [
    `import {${partOf(name)} as all} from '${BUNDLE}';`,
    'export default all;',
    `export const {${names.filter(one => one !== 'default').join(', ')}} = all;`,
  ].join('\n');
}

function partOf(name: string): string {
  return name.replace(/\W/g, '_');
}

/** All parts in one file, so that they share one React. */
async function bundled(folder: string): Promise<string> {
  const entry = '\0react-modules';
  const output = (await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: {'process.env.NODE_ENV': '"development"'},
    build: {
      write: false,
      minify: false,
      rolldownOptions: {input: entry, preserveEntrySignatures: 'strict'},
    },
    plugins: [
      {
        name: 'react-modules-entry',
        resolveId: id => (id === entry ? entry : null),
        load: id =>
          id === entry
            ? MODULES.map(name => `export {default as ${partOf(name)}} from '${name}';`).join('\n')
            : null,
      },
    ],
  })) as Rolldown.RolldownOutput;
  return output.output[0].code;
}
