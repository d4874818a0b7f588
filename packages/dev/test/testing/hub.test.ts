import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ShopProfile} from '@local-widgets/model/schemas.js';
import {testHubs} from '../../src/testing/hub.js';
import {serve} from '../helpers.js';

interface Started {
  hub: string;
  setUp: string;
  now: string;
}

interface Browser extends Started {
  ask: (path: string, init?: RequestInit) => Promise<Response>;
}

/** What a browser does that starts a hub, keeps its cookie and stops it again. */
async function withHub(origin: string, use: (browser: Browser) => Promise<void>): Promise<Browser> {
  const begun = await fetch(`${origin}/__hub/start?database=sqlite`, {method: 'POST'});
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return fetch(origin + path, {...init, headers});
  };
  const browser = {...((await begun.json()) as Started), ask};
  try {
    await use(browser);
  } finally {
    await ask('/__hub/stop', {method: 'POST'});
  }
  return browser;
}

describe('the hubs of whole-page tests', () => {
  it('are started for who asks, and have their pages on the origin of the tests', async test => {
    const origin = await serve(test, testHubs);
    await withHub(origin, async ({hub, now, setUp, ask}) => {
      assert.match(hub, /^http:\/\/localhost:\d+$/);
      assert.match(now, /^2026-11-24T08:00:0/);
      const shops = (await (await ask('/api/shops')).json()) as ShopProfile[];
      assert.equal(shops.length, 4);
      assert.equal((await fetch(`${origin}/api/shops`)).status, 404, 'another browser has none');

      const page = await ask(`/sign-in?token=${setUp}`);
      assert.equal(page.status, 200);
      assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'self'/);
      assert.equal(page.headers.get('x-frame-options'), null);

      const session = await ask('/api/session', {
        method: 'POST',
        headers: {origin, 'content-type': 'application/json'},
        body: JSON.stringify({token: setUp, name: 'Anaïs', email: 'anais@lecourbe.example'}),
      });
      assert.equal(session.status, 200);
      assert.match(session.headers.get('set-cookie') ?? '', /^local-hub=/);
    });
  });

  it('are gone when they were stopped', async test => {
    const origin = await serve(test, testHubs);
    const {hub} = await withHub(origin, async ({hub: address}) => {
      assert.equal((await fetch(`${address}/healthz`)).status, 200);
    });
    await assert.rejects(fetch(`${hub}/healthz`));
  });
});
