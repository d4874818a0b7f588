import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {brokenRules} from './lint.js';

const rules = ['no-restricted-syntax', 'no-console', 'no-eval'];
const lit = "import {html} from 'lit';\n";

const errors: [name: string, text: string, rule: string][] = [
  ['innerHTML', "document.body.innerHTML = '<b>';", 'no-restricted-syntax'],
  [
    'insertAdjacentHTML',
    "document.body.insertAdjacentHTML('beforeend', '');",
    'no-restricted-syntax',
  ],
  ['document.write', "document.write('<b>');", 'no-restricted-syntax'],
  [
    'a style attribute',
    `${lit}export const x = html\`<p style="color: red"></p>\`;`,
    'no-restricted-syntax',
  ],
  [
    'a bound style attribute',
    `${lit}export const x = html\`<p style=\${1}></p>\`;`,
    'no-restricted-syntax',
  ],
  ['a style element', `${lit}export const x = html\`<style></style>\`;`, 'no-restricted-syntax'],
  ['styleMap', "import {styleMap} from 'lit/directives/style-map.js';", 'no-restricted-syntax'],
  [
    'unsafeHTML',
    "import {unsafeHTML} from 'lit/directives/unsafe-html.js';",
    'no-restricted-syntax',
  ],
  ['Date.now()', 'export const x = Date.now();', 'no-restricted-syntax'],
  ['Date.now as a value', 'export const x = (now = Date.now) => now();', 'no-restricted-syntax'],
  ['new Date()', 'export const x = new Date();', 'no-restricted-syntax'],
  ['performance.now()', 'export const x = performance.now();', 'no-restricted-syntax'],
  ['Math.random()', 'export const x = Math.random();', 'no-restricted-syntax'],
  ['crypto.randomUUID()', 'export const x = crypto.randomUUID();', 'no-restricted-syntax'],
  ['console.log', "console.log('x');", 'no-console'],
  ['eval', "eval('1');", 'no-eval'],
];

const fine: [name: string, text: string][] = [
  ['a moment from outside', 'export const x = (at: number) => new Date(at);'],
  ['a style property', `${lit}export const x = html\`<p .style=\${1}></p>\`;`],
  ['text content', "document.body.textContent = '<b>';"],
];

describe('what ships', () => {
  for (const folder of ['model', 'core', 'shops-map', 'embed']) {
    for (const [name, text, rule] of errors) {
      it(`has no ${name} in ${folder}`, async () => {
        assert.deepEqual(await brokenRules(`packages/${folder}/src/made-up.ts`, text, rules), [
          rule,
        ]);
      });
    }
    for (const [name, text] of fine) {
      it(`may have ${name} in ${folder}`, async () => {
        assert.deepEqual(await brokenRules(`packages/${folder}/src/made-up.ts`, text, rules), []);
      });
    }
  }

  it('reads the clock in one file only', async () => {
    const text = 'export const x = [new Date(), Math.random()];';
    assert.deepEqual(await brokenRules('packages/core/src/clock.ts', text, rules), []);
    const markup = "document.body.innerHTML = '';";
    assert.deepEqual(await brokenRules('packages/core/src/clock.ts', markup, rules), [
      'no-restricted-syntax',
    ]);
  });

  it('warns in the console in two files only, and logs in none', async () => {
    for (const path of ['packages/core/src/log.ts', 'packages/embed/src/local-widgets.ts']) {
      assert.deepEqual(await brokenRules(path, "console.warn('x');", rules), []);
      assert.deepEqual(await brokenRules(path, "console.log('x');", rules), ['no-console']);
    }
  });
});
