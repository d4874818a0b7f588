import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import * as lit from 'eslint-plugin-lit';
import * as wc from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import {arrows, OTHERS} from './packages/dev/eslint/arrows.mjs';

/** Sources that run in pages, and those of them that hold elements. */
const shipped = Object.keys(OTHERS).map(name => `packages/${name}/src/**/*.ts`);
const withElements = Object.entries(OTHERS)
  .filter(([, others]) => others.some(({name}) => name === 'lit'))
  .map(([name]) => `packages/${name}/{src,test}/**/*.ts`);

/** Markup from strings and other people's HTML never enter a page (docs/architecture.md). */
const noStringMarkup = [
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Markup is a template; text from outside is data.',
  },
  {
    selector: "MemberExpression[object.name='document'][property.name=/^write(ln)?$/]",
    message: 'Markup is a template; text from outside is data.',
  },
  {
    selector: 'ImportDeclaration[source.value=/directives\\/(style-map|unsafe-html|unsafe-svg)/]',
    message: 'style-map breaks under a strict CSP, unsafe-html lets feeds write markup.',
  },
  {
    selector: 'TemplateElement[value.raw=/<style|\\sstyle=/]',
    message: 'A style attribute or element breaks under a strict CSP; use static styles.',
  },
];

/** One clock and one source of chance, injected: only the file that gives them may read them. */
const noWallClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the clock as a parameter.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'Take the clock as a parameter.',
  },
  {
    selector: "MemberExpression[object.name=/^(Date|performance)$/][property.name='now']",
    message: 'Take the clock as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take randomness as a parameter.',
  },
  {
    selector:
      "MemberExpression[object.name='crypto'][property.name=/^(getRandomValues|randomUUID)$/]",
    message: 'Take randomness as a parameter.',
  },
];

/** What old scripts of pages replace with something else: Prototype.js 1.6 and 1.7 do. */
const replacedByPages = [
  {
    selector: "MemberExpression[object.name='Array'][property.name='from']",
    message: 'Prototype.js replaces it and forgets the second argument: use a spread.',
  },
];

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/coverage/**',
      '**/.cache/**',
      '.wireit/**',
      'examples/**/vendor/**',
      // each is checked by the compiler of its framework (packages/e2e/test/frameworks/types.test.ts)
      'examples/frameworks/*/src/**',
      'examples/frameworks/.types-*/**',
    ],
  },
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      // `() => this.render()` as a callback is clear as it is
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      // `import('./x.js')` is how the type of a lazily loaded module is written
      '@typescript-eslint/consistent-type-imports': ['error', {disallowTypeAnnotations: false}],
      // noUncheckedIndexedAccess asks for a word at every index; `!` is the shortest
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: shipped,
    rules: {
      'no-restricted-syntax': ['error', ...noStringMarkup, ...noWallClock, ...replacedByPages],
      'no-console': 'error',
      'no-eval': 'error',
    },
  },
  {
    // the file that gives the clock and chance to all others
    files: ['packages/core/src/clock.ts'],
    rules: {'no-restricted-syntax': ['error', ...noStringMarkup]},
  },
  {
    // where the webmaster is told; the loader has no core to do it through
    files: ['packages/core/src/log.ts', 'packages/embed/src/**/*.ts'],
    rules: {'no-console': ['error', {allow: ['warn']}]},
  },
  {
    files: withElements,
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    settings: {wc: {elementBaseClasses: ['LocalElement', 'LitElement']}},
    rules: {
      'lit/attribute-names': ['error', {convention: 'kebab'}],
      'lit/ban-attributes': ['error', 'style'],
      'lit/lifecycle-super': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-value-attribute': 'error',
    },
  },
  arrows,
  {
    files: ['**/test/**/*.ts', 'packages/{e2e,bench}/**/*.ts'],
    rules: {
      // the types of chai and of node:test make plain statements look like promises or no-ops
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // what JSON.parse and made-up bad input give is any, on purpose
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // an element is made by its tag, not by its constructor
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // pages around us may close their shadow roots
      'wc/no-closed-shadow-root': 'off',
      // a made-up element needs no body
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    // an interface of a framework is augmented by extending one of ours
    files: ['packages/types/src/*.d.ts'],
    rules: {
      '@typescript-eslint/no-empty-object-type': [
        'error',
        {allowInterfaces: 'with-single-extends'},
      ],
    },
  },
  {
    files: ['**/*.mjs', 'packages/dev/**/*.ts'],
    languageOptions: {globals: globals.node},
  },
  {
    files: ['examples/**/*.js'],
    languageOptions: {globals: globals.browser},
  },
  {
    files: ['examples/frameworks/ssr/*.js'],
    languageOptions: {globals: globals.node},
  },
  prettier,
);
