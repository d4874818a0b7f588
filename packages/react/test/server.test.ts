import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

/** What Next.js does before it sends a page, with the built package in plain Node. */
const RENDER = `
  import {createElement as h} from 'react';
  import {renderToString} from 'react-dom/server';
  import * as components from '@local-widgets/react';
  const fallback = h('a', {href: '/all'}, 'All & more');
  for (const [name, Component] of Object.entries(components).sort()) {
    console.log(name, renderToString(h(Component, {className: 'wide'}, fallback)));
  }
`;

test('each component renders its tag and its fallback where there is no document', async () => {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const command = ['--input-type=module', '--eval', RENDER];
  const {stdout, stderr} = await promisify(execFile)(process.execPath, command, {cwd});
  const fallback = '<a href="/all">All &amp; more</a>';
  const rendered = (name: string, tag: string): string =>
    `${name} <${tag} class="wide">${fallback}</${tag}>`;
  assert.deepEqual(stdout.trim().split('\n'), [
    rendered('LocalChat', 'local-chat'),
    rendered('LocalCollectButton', 'local-collect-button'),
    rendered('LocalEventCalendar', 'local-event-calendar'),
    rendered('LocalShopsMap', 'local-shops-map'),
  ]);
  assert.equal(stderr, '');
});
