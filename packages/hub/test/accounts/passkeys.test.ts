import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON as CreationOptions,
  PublicKeyCredentialRequestOptionsJSON as RequestOptions,
} from '@simplewebauthn/server';
import {testClock} from '../support/fixtures.js';
import {forEachDatabase} from '../support/databases.js';
import {testHub, type TestHub} from '../support/test-hub.js';
import {cookieOf, signedIn, type SignedIn} from './people-of-tests.js';
import {SoftwareAuthenticator} from './software-authenticator.js';

const ORIGIN = 'https://hub.example';

async function register(hub: TestHub, {headers}: SignedIn, key: SoftwareAuthenticator) {
  const url = '/api/passkeys/registration-options';
  const options = await hub.ask({method: 'POST', url, headers, payload: {}});
  assert.equal(options.status, 200, options.text);
  const payload = {...key.register(options.body as CreationOptions)};
  const answer = await hub.ask({method: 'POST', url: '/api/passkeys', headers, payload});
  return {options: options.body as CreationOptions, payload, answer};
}

async function enter(
  hub: TestHub,
  key: SoftwareAuthenticator,
  change = (answer: AuthenticationResponseJSON) => answer,
) {
  const headers = {origin: ORIGIN};
  const url = '/api/passkeys/authentication-options';
  const options = await hub.ask({method: 'POST', url, headers, payload: {}});
  const payload = change(key.authenticate(options.body as RequestOptions));
  return {
    payload,
    answer: await hub.ask({method: 'POST', url: '/api/session/passkey', headers, payload}),
  };
}

forEachDatabase((_name, open) => {
  it('registers a passkey and lets its owner in with it', async () => {
    const hub = await testHub(await open());
    const person = await signedIn(hub, 'merchant');
    const key = new SoftwareAuthenticator(ORIGIN, 'key of the merchant');
    const {options, answer} = await register(hub, person, key);
    assert.equal(answer.status, 201, answer.text);
    assert.equal(options.rp.id, 'hub.example');
    assert.equal(options.authenticatorSelection?.userVerification, 'required');

    const {answer: entered} = await enter(hub, key);
    assert.equal(entered.status, 200, entered.text);
    assert.equal(entered.body.person.id, person.id);
    const headers = {cookie: cookieOf(entered.headers)};
    const {body} = await hub.ask({url: '/api/passkeys', headers});
    assert.equal(body.passkeys.length, 1);
    assert.equal(body.passkeys[0].name, 'hub.example');
    assert.ok(body.passkeys[0].lastUsedAt);
  });

  it('takes each challenge once', async () => {
    const hub = await testHub(await open());
    const person = await signedIn(hub, 'clerk');
    const key = new SoftwareAuthenticator(ORIGIN, 'a');
    const {payload} = await register(hub, person, key);
    const again = {method: 'POST', url: '/api/passkeys', headers: person.headers, payload} as const;
    assert.equal((await hub.ask(again)).status, 400);

    const {payload: signed, answer} = await enter(hub, key);
    assert.equal(answer.status, 200);
    const replay = await hub.ask({
      method: 'POST',
      url: '/api/session/passkey',
      headers: {origin: ORIGIN},
      payload: signed,
    });
    assert.equal(replay.status, 401);
  });

  it('takes a challenge only for the person for whom it was made, and for minutes', async () => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock});
    const anne = await signedIn(hub, 'merchant');
    const paul = await signedIn(hub, 'clerk');
    const key = new SoftwareAuthenticator(ORIGIN, 'a');
    const url = '/api/passkeys/registration-options';
    const ask = () => hub.ask({method: 'POST', url, headers: anne.headers, payload: {}});
    const send = (headers: SignedIn['headers'], payload: object) =>
      hub.ask({method: 'POST', url: '/api/passkeys', headers, payload});
    const stolen = key.register((await ask()).body as CreationOptions);
    assert.equal((await send(paul.headers, stolen)).status, 400);
    const late = key.register((await ask()).body as CreationOptions);
    clock.pass(6);
    assert.equal((await send(anne.headers, late)).status, 400);
  });

  it('lets nobody in by a passkey that was not unlocked, of another site, or wrongly signed', async () => {
    const hub = await testHub(await open());
    const person = await signedIn(hub, 'clerk');
    const locked = new SoftwareAuthenticator(ORIGIN, 'locked', false);
    assert.equal((await register(hub, person, locked)).answer.status, 400);
    const elsewhere = new SoftwareAuthenticator('https://evil.example', 'elsewhere');
    assert.equal((await register(hub, person, elsewhere)).answer.status, 400);

    const key = new SoftwareAuthenticator(ORIGIN, 'good');
    await register(hub, person, key);
    const unknown = await enter(hub, new SoftwareAuthenticator(ORIGIN, 'unknown'));
    assert.equal(unknown.answer.status, 401);
    // another key that claims to be the known credential
    const forged = await enter(hub, new SoftwareAuthenticator(ORIGIN, 'good'));
    assert.equal(forged.answer.status, 401);
    const broken = await enter(hub, key, answer => ({
      ...answer,
      response: {...answer.response, authenticatorData: 'AAAA'},
    }));
    assert.equal(broken.answer.status, 401);
  });

  it('removes a passkey, of its owner only', async () => {
    const hub = await testHub(await open());
    const anne = await signedIn(hub, 'merchant');
    const paul = await signedIn(hub, 'clerk');
    const key = new SoftwareAuthenticator(ORIGIN, 'a');
    await register(hub, anne, key);
    const remove = (headers: SignedIn['headers']) =>
      hub.ask({method: 'DELETE', url: `/api/passkeys/${key.credentialId}`, headers});
    assert.equal((await remove(paul.headers)).status, 404);
    assert.equal((await remove(anne.headers)).status, 204);
    assert.equal((await enter(hub, key)).answer.status, 401);
  });
});
