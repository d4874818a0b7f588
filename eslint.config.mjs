import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import * as lit from 'eslint-plugin-lit';
import * as wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import {arrowRules} from './packages/dev/eslint/arrows.mjs';

/** Markup from strings and other people's HTML never enter a page (docs/architecture.md). */
const noStringMarkup = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
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

/** One clock, injected: the two files that give it are the only ones that may read it. */
const noWallClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the clock as a parameter.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the clock as a parameter.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take randomness as a parameter.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/coverage/**',
      '**/.cache/**',
      '.wireit/**',
      'examples/**/vendor/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
    },
  },
  {
    files: ['packages/{model,core,shops-map,embed}/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noStringMarkup, ...noWallClock],
      'no-console': 'error',
    },
  },
  {
    files: ['packages/{core,shops-map}/src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    settings: {wc: {elementBaseClasses: ['LocalElement', 'LitElement']}},
    rules: {
      // define.ts holds the registration, on purpose
      'wc/define-tag-after-class-definition': 'off',
      'wc/file-name-matches-element': 'off',
    },
  },
  ...arrowRules(),
  {
    files: ['**/test/**/*.ts', 'packages/{e2e,bench}/**/*.ts'],
    rules: {
      // the types of chai and of node:test make plain statements look like promises or no-ops
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
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
  prettier,
);
