import {dirname, relative, resolve, sep} from 'node:path';

/**
 * Who may import whom of ours (docs/architecture.md). A package missing here may import none.
 * `dev`, `e2e` and `bench` are private and may read what they measure.
 */
export const ARROWS = {
  model: [],
  core: ['model'],
  'shops-map': ['core', 'model'],
  'collect-button': ['core', 'model'],
  chat: ['core', 'model'],
  console: ['core', 'model'],
  'event-calendar': ['core', 'model'],
  embed: ['chat', 'collect-button', 'event-calendar', 'shops-map'],
  react: ['chat', 'collect-button', 'event-calendar', 'shops-map'],
  types: ['chat', 'collect-button', 'event-calendar', 'shops-map'],
  hub: ['model'],
  dev: ['hub', 'model'],
  e2e: [
    'chat',
    'collect-button',
    'console',
    'core',
    'dev',
    'embed',
    'event-calendar',
    'hub',
    'model',
    'shops-map',
  ],
  bench: ['core', 'dev', 'embed', 'event-calendar', 'hub', 'model', 'shops-map'],
};

/** Whose built files a package needs beside its own: found by their names and served, never imported. */
export const SERVED = {hub: ['console', 'embed']};

/**
 * What shipped sources may import of others: everything here ends up in a page. A package missing
 * here ships nothing and is free. With `files`, only sources whose path matches may.
 */
export const OTHERS = {
  // the schemas are for the hub; what ships to pages takes their types only
  model: [{name: 'typebox', files: /\/src\/schemas\/[^/]+$/}],
  core: [{name: 'lit'}],
  // Leaflet stays in the files that are loaded when the map comes into view
  'shops-map': [{name: 'lit'}, {name: 'leaflet', files: /\/src\/map\/leaflet-[^/]+$/}],
  'collect-button': [{name: 'lit'}, {name: 'uqr', files: /\/src\/confirmation\/[^/]+$/}],
  chat: [{name: 'lit'}],
  console: [{name: 'lit'}, {name: '@simplewebauthn/browser'}],
  'event-calendar': [{name: 'lit'}],
  embed: [],
  react: [{name: '@lit/react'}, {name: 'react'}],
  types: [{name: 'react'}, {name: 'vue'}, {name: 'svelte'}],
};

/** What is wrong with an import, in a sentence; undefined when nothing is. */
function explainImport(file, specifier) {
  const [, folder, name, part] = /^(.*\/packages\/([^/]+))\/(src|test)\//.exec(slashed(file)) ?? [];
  if (name === undefined) return undefined;
  if (/^\.{0,2}\//.test(specifier)) {
    const isInside = !relative(folder, resolve(dirname(file), specifier)).startsWith('..');
    return isInside || OTHERS[name] === undefined
      ? undefined
      : 'Import another package by its name, never by path.';
  }
  const own = /^@local-widgets\/([^/]+)/.exec(specifier)?.[1];
  if (own !== undefined) {
    const allowed = ARROWS[name] ?? [];
    if (allowed.includes(own) || (own === name && part === 'test')) return undefined;
    return `${name} may import ${allowed.join(', ') || 'none of our packages'}, not ${own}.`;
  }
  const others = OTHERS[name];
  if (others === undefined || part === 'test') return undefined;
  const found = others.find(other => `${specifier}/`.startsWith(`${other.name}/`));
  if (found === undefined) {
    const names = others.map(other => other.name).join(', ') || 'nothing';
    return `What ships in ${name} may import ${names} from outside, not ${specifier}.`;
  }
  if (found.files && !found.files.test(slashed(file))) {
    return `${found.name} may be imported in files that match ${found.files} only.`;
  }
  return undefined;
}

function slashed(path) {
  return path.split(sep).join('/');
}

/** Covers `import`, `export … from`, `import()`, and types written as `import('…')`. */
const rule = {
  meta: {type: 'problem', schema: []},
  create(context) {
    const check = source => {
      if (typeof source?.value !== 'string') return;
      const message = explainImport(context.filename, source.value);
      if (message !== undefined) context.report({node: source, message});
    };
    return {
      ImportDeclaration: node => check(node.source),
      ExportNamedDeclaration: node => check(node.source),
      ExportAllDeclaration: node => check(node.source),
      ImportExpression: node => check(node.source),
      TSImportType: node => check(node.source),
    };
  },
};

/** The entry of ESLint's flat config that turns the tables into errors. */
export const arrows = {
  files: ['packages/*/{src,test}/**/*.ts'],
  plugins: {arrows: {rules: {imports: rule}}},
  rules: {'arrows/imports': 'error'},
};
