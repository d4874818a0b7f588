import assert from 'node:assert/strict';
import {it} from 'node:test';
import {createSetUpLink} from '../../src/accounts/sign-in-links.js';
import {testClock} from '../support/fixtures.js';
import {forEachDatabase} from '../support/databases.js';
import {testHub, type TestHub} from '../support/test-hub.js';
import {cookieOf, linkToken, signedIn} from './people-of-tests.js';

const ORIGIN = {origin: 'https://hub.example'};

function askForLink(hub: TestHub, email: string) {
  return hub.ask({method: 'POST', url: '/api/session/link', headers: ORIGIN, payload: {email}});
}

function enter(hub: TestHub, token: string, more: object = {}) {
  const payload = {token, ...more};
  return hub.ask({method: 'POST', url: '/api/session', headers: ORIGIN, payload});
}

forEachDatabase((_name, open) => {
  it('lets somebody in by a link that is good once', async () => {
    const hub = await testHub(await open());
    await signedIn(hub, 'merchant', {email: 'anne@example.org'});
    assert.equal((await askForLink(hub, ' Anne@Example.org ')).status, 202);
    const token = await linkToken(hub);
    assert.ok(token);

    const entered = await enter(hub, token);
    assert.equal(entered.status, 200);
    assert.deepEqual(entered.body.memberships, [
      {shop: 'fournil', name: 'Le Fournil', role: 'merchant'},
    ]);
    assert.match(
      String(entered.headers['set-cookie']),
      /^__Host-local-hub=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
    );
    assert.equal(entered.headers['cache-control'], 'no-store');

    const headers = {cookie: cookieOf(entered.headers)};
    const session = await hub.ask({url: '/api/session', headers});
    assert.equal(session.body.person.email, 'anne@example.org');
    assert.equal((await enter(hub, token)).status, 401);
  });

  it('lets one of two in who use the same link at once', async () => {
    const hub = await testHub(await open());
    await signedIn(hub, 'clerk');
    await askForLink(hub, 'clerk@example.org');
    const token = (await linkToken(hub))!;
    const answers = await Promise.all([enter(hub, token), enter(hub, token), enter(hub, token)]);
    assert.deepEqual(answers.map(({status}) => status).sort(), [200, 401, 401]);
  });

  it('takes a link no more after a quarter of an hour', async () => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock});
    await signedIn(hub, 'clerk');
    await askForLink(hub, 'clerk@example.org');
    const token = (await linkToken(hub))!;
    clock.pass(16);
    assert.equal((await enter(hub, token)).status, 401);
  });

  it('answers the same for an address that nobody has, and sends nothing', async () => {
    const hub = await testHub(await open());
    await signedIn(hub, 'clerk');
    const known = await askForLink(hub, 'clerk@example.org');
    const unknown = await askForLink(hub, 'nobody@example.org');
    assert.deepEqual([unknown.status, unknown.body], [known.status, known.body]);
    const mails = await hub.context.db.selectFrom('outbox').select('payload').execute();
    assert.equal(mails.length, 1);
    const links = await hub.context.db.selectFrom('sign_in_links').select('email').execute();
    assert.equal(links.length, 2, 'the same is written for both');
    assert.ok(!JSON.stringify(links).includes('nobody'), 'and strangers are not kept');
  });

  it('fills nobody’s mailbox', async () => {
    const hub = await testHub(await open());
    await signedIn(hub, 'clerk');
    for (let i = 0; i < 5; i++) await askForLink(hub, 'clerk@example.org');
    const mails = await hub.context.db.selectFrom('outbox').select('id').execute();
    assert.equal(mails.length, 3);
  });

  it('lets nobody in who has left', async () => {
    const hub = await testHub(await open());
    const {id} = await signedIn(hub, 'clerk');
    await hub.context.db.deleteFrom('memberships').where('person_id', '=', id).execute();
    await askForLink(hub, 'clerk@example.org');
    assert.equal(await linkToken(hub), undefined);
  });

  it('makes the first admin, once, by one of the set-up links', async () => {
    const hub = await testHub(await open());
    const [first, second] = [
      await createSetUpLink(hub.context),
      await createSetUpLink(hub.context),
    ].map(link => link!.split('token=')[1]!);
    assert.equal((await enter(hub, first!)).status, 400, 'it asks who comes');
    const answer = {name: 'Camille', email: 'camille@example.org'};
    const answers = await Promise.all([enter(hub, first!, answer), enter(hub, second!, answer)]);
    assert.deepEqual(answers.map(({status}) => status).sort(), [200, 401]);
    const {body} = answers.find(({status}) => status === 200)!;
    assert.deepEqual(body.memberships, [{shop: '*', role: 'admin'}]);
    assert.equal(await createSetUpLink(hub.context), undefined);
  });

  it('keeps a session that is used, and ends one that is not', async () => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock});
    const {headers} = await signedIn(hub, 'clerk');
    for (let day = 0; day < 50; day += 25) {
      clock.pass(25 * 24 * 60);
      assert.equal((await hub.ask({url: '/api/session', headers})).status, 200);
    }
    clock.pass(31 * 24 * 60);
    assert.equal((await hub.ask({url: '/api/session', headers})).status, 401);
  });

  it('signs out', async () => {
    const hub = await testHub(await open());
    const {headers} = await signedIn(hub, 'clerk');
    const out = await hub.ask({method: 'DELETE', url: '/api/session', headers});
    assert.equal(out.status, 204);
    assert.equal(out.text, '');
    assert.match(String(out.headers['set-cookie']), /^__Host-local-hub=; Path=\/; Max-Age=0;/);
    assert.equal((await hub.ask({url: '/api/session', headers})).status, 401);
  });

  it('takes no write that another site sends with the cookie', async () => {
    const hub = await testHub(await open());
    const {headers} = await signedIn(hub, 'clerk');
    const from = (more: Record<string, string>) =>
      hub.ask({
        method: 'DELETE',
        url: '/api/session',
        headers: {cookie: headers.cookie, ...more},
      });
    assert.equal((await from({origin: 'https://evil.example'})).status, 403);
    assert.equal((await from({origin: 'null', 'sec-fetch-site': 'cross-site'})).status, 403);
    assert.equal((await from({})).status, 403);
    assert.equal((await from({origin: 'http://evil.example', host: 'hub.example'})).status, 403);
    assert.equal((await from({origin: 'null', 'sec-fetch-site': 'same-origin'})).status, 204);
  });

  it('takes a write from the very host that is asked, under whichever name', async () => {
    const hub = await testHub(await open(), {config: {publicUrl: 'http://localhost:8080'}});
    const {headers} = await signedIn(hub, 'clerk');
    const names = {origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080'};
    const {status} = await hub.ask({
      method: 'DELETE',
      url: '/api/session',
      headers: {...headers, ...names},
    });
    assert.equal(status, 204);
  });

  it('keeps of each secret its hash only', async () => {
    const hub = await testHub(await open());
    const {headers} = await signedIn(hub, 'clerk');
    const link = (await createSetUpLink(hub.context))!;
    const {db} = hub.context;
    const rows = [
      await db.selectFrom('sessions').selectAll().execute(),
      await db.selectFrom('sign_in_links').selectAll().execute(),
    ];
    const kept = JSON.stringify(rows);
    assert.ok(!kept.includes(headers.cookie.split('=')[1]!));
    assert.ok(!kept.includes(link.split('token=')[1]!));
  });

  it('limits how often one address asks', async () => {
    const limits = {requestsPerMinute: 1000, ordersPerMinute: 1000, signInsPerHour: 3};
    const hub = await testHub(await open(), {config: {limits}});
    const asked = [];
    for (let i = 0; i < 4; i++) asked.push((await askForLink(hub, 'x@example.org')).status);
    assert.deepEqual(asked, [202, 202, 202, 429]);
  });
});
