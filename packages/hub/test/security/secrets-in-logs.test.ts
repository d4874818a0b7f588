import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {signedIn} from '../accounts/people-of-tests.js';
import {memoryDatabase} from '../support/memory.js';
import {addressOf, asked, nameOf, STREAMS} from './support/addresses.js';
import {wholeHub} from './support/whole-hub.js';
import {makeWorld} from './support/world.js';

const SIGN = 'geheimnis';
const SECRET = SIGN.padEnd(43, 'S');

describe('what a hub writes down', () => {
  it('holds no secret and no name that came in an address, a header or a body', async () => {
    const lines: string[] = [];
    const hub = await wholeHub(await memoryDatabase(), {
      ...{
        shop: null,
        logTo: {write: (line: string) => void lines.push(line)},
        config: {logLevel: 'trace'},
      },
    });
    const world = await makeWorld(hub);
    const {headers} = await signedIn(hub, 'admin');
    const secrets = [SIGN, world.fournil.visitor, headers.cookie.slice(-43), 'anne@example.org'];
    secrets.push(...Object.values(world.fournil.tokens));
    const referrers: string[] = [];
    for (const route of asked(hub.routes)) {
      if (STREAMS.has(route.url)) continue;
      const url = `${addressOf(route, 'fournil', world.fournil)}?token=${SECRET}&access_token=${SECRET}`;
      const unknown = url.replace(/u{43}/, SECRET);
      const method = route.method as 'POST';
      for (const [address, own] of [
        [url, {}],
        [unknown, {authorization: `Bearer ${SECRET}`}],
        [url, {authorization: `Bearer ${world.fournil.visitor}`}],
        [url, {...headers, referer: `https://hub.example/o/${SECRET}`, 'user-agent': SECRET}],
      ] as const) {
        const hasBody = !['GET', 'HEAD', 'DELETE'].includes(method);
        const payload = hasBody ? {payload: {token: SECRET, email: `${SIGN}@example.org`}} : {};
        const answer = await hub.ask({
          ...{method, url: address, ...payload},
          headers: {'idempotency-key': SECRET, cookie: `__Host-local-hub=${SECRET}`, ...own},
        });
        if (answer.headers['referrer-policy'] !== 'no-referrer') referrers.push(nameOf(route));
      }
    }
    const written = lines.join('');
    assert.ok(lines.length > 500, `${lines.length} lines`);
    assert.deepEqual(
      secrets.filter(secret => written.includes(secret)),
      [],
      lines.find(line => secrets.some(secret => line.includes(secret))),
    );
    // forms that set a cookie must tell their origin, and have no secret in their address when they are sent
    assert.deepEqual([...new Set(referrers)].toSorted(), MAY_TELL_ORIGIN);
  });
});

/** To the hub itself (`same-origin`). */
const MAY_TELL_ORIGIN = ['GET /sign-in', 'HEAD /sign-in', 'POST /sign-in', 'POST /sign-in/link'];
