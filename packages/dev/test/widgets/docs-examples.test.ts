import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../src/root.js';
import type {Widget} from '../../src/widgets/types.js';
import {widgetsJson} from '../../src/widgets/widgets-json.js';
import {described} from './sample-widget.js';

const page = readFileSync(join(root, 'docs/widgets-json.md'), 'utf8');

/** The first fenced example of a language. */
function example(language: string): string {
  const [, text] = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(page) ?? [];
  assert.ok(text, `there is no example in ${language}`);
  return text;
}

const built = new Map([['local-widgets.js', Buffer.from(' ')]]);
const json = widgetsJson([described().widget], built, '1.2.3');

describe('the examples of docs/widgets-json.md', () => {
  it('work out a policy in JavaScript', async () => {
    const url = `data:text/javascript,${encodeURIComponent(example('js'))}`;
    const {policyFor} = (await import(url)) as {
      policyFor: (
        widget: Pick<Widget, 'csp' | 'attributes'>,
        values: Record<string, string>,
        page: string,
      ) => Record<string, Set<string>>;
    };
    const [widget] = json.widgets;
    assert.ok(widget);
    const csp = [
      ...widget.csp,
      {directive: 'connect-src', source: null, from: 'attribute', attribute: 'mode'} as const,
      {directive: 'img-src', source: null, from: 'data'} as const,
    ];
    const policyOf = (values: Record<string, string>): object =>
      policyFor({...widget, csp}, values, 'https://mairie.example/page');
    const power = 'https://power.example';
    assert.deepEqual(policyOf({}), {
      'script-src': new Set(["'self'"]),
      'connect-src': new Set([power]),
      'img-src': new Set([power]),
    });
    assert.deepEqual(policyOf({mode: 'https://grid.example/on'}), {
      'script-src': new Set(["'self'"]),
      'connect-src': new Set(['https://grid.example']),
      'img-src': new Set(),
    });
    assert.deepEqual(policyOf({mode: '/power.json'}), {
      'script-src': new Set(["'self'"]),
      'connect-src': new Set(["'self'"]),
      'img-src': new Set(),
    });
  });

  const hasPhp = spawnSync('php', ['--version']).status === 0;
  it('write a widget in PHP', {skip: hasPhp ? false : 'there is no PHP here'}, () => {
    const call = `
$json = json_decode(file_get_contents('php://stdin'), true);
echo local_widget($json, 'lamp', ['lumen-count' => '400', 'mode' => 'https://x.example/?a=1&b="2"'], '/lampes');
echo local_widget($json, 'lamp', ['lumen-count' => 12, 'mode' => '', 'other' => 'x'], '/', 'en');
echo local_widget($json, 'gone', [], '/');
`;
    const output = execFileSync('php', ['-r', `${example('php').replace('<?php', '')}${call}`], {
      input: JSON.stringify(json),
      encoding: 'utf8',
    });
    assert.equal(
      output,
      '<div data-local-widget="lamp" data-mode="https://x.example/?a=1&amp;b=&quot;2&quot;">' +
        '<a href="/lampes">Une bougie</a></div>' +
        '<div data-local-widget="lamp" data-lumen-count="12"><a href="/">A candle</a></div>',
    );
  });
});
