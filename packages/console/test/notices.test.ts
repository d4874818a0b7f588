import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {OPEN_MESSAGE} from '../src/desk/place-address.js';
import {openNotice, readNotice, renew, showNotice} from '../src/worker/notices.js';
import type {Subscription, WindowClient, WorkerScope} from '../src/worker/worker-scope.js';

const ROOM = '019bb111-0000-4000-8000-000000000001';
const NEWS = JSON.stringify({
  title: 'Marie',
  body: 'Avez-vous des tartes ?',
  shop: 'fournil',
  room: ROOM,
  message: 'm',
  url: 'https://hub.example/desk/',
});

/** What a browser gives a service worker, and what it was asked. */
class World {
  readonly shown: {title: string; options: Record<string, unknown>}[] = [];
  readonly opened: string[] = [];
  readonly told: unknown[] = [];
  readonly asked: {method: unknown; body: unknown}[] = [];
  focused = 0;
  desks: {url: string; focused: boolean}[] = [];
  language = 'fr-FR';
  search = '';

  get scope(): WorkerScope {
    const {language, search} = this;
    return {
      navigator: {language},
      location: {search},
      registration: {
        showNotification: (title, options) => {
          this.shown.push({title, options: options as Record<string, unknown>});
          return Promise.resolve();
        },
        pushManager: {subscribe: options => Promise.resolve(subscription('new', options))},
      },
      clients: {
        matchAll: () => Promise.resolve(this.desks.map(desk => this.client(desk))),
        openWindow: url => Promise.resolve(this.opened.push(url)),
        claim: () => Promise.resolve(),
      },
      fetch: (url, {method, body}) => {
        assert.equal(url, '/v1/push-subscriptions');
        this.asked.push({method, body: JSON.parse(body as string)});
        return Promise.resolve(new Response(null, {status: 204}));
      },
      skipWaiting: () => Promise.resolve(),
    };
  }

  private client(desk: {url: string; focused: boolean}): WindowClient {
    return {
      ...desk,
      focus: () => Promise.resolve(this.focused++),
      postMessage: message => void this.told.push(message),
    };
  }
}

function subscription(name: string, options = {}): Subscription {
  const keys = {p256dh: 'BAAA', auth: 'AAAA'};
  return {options, toJSON: () => ({endpoint: `https://push.example/${name}`, keys})};
}

const push = (text?: string) => ({
  data: text === undefined ? null : {text: () => text},
  waitUntil: () => undefined,
});

const press = (data: unknown) => ({
  notification: {data, close: () => undefined},
  waitUntil: () => undefined,
});

const DESK = 'https://hub.example/desk/';
const FRAGMENT = `#messages/fournil/${ROOM}`;

describe('a notification of the desk', () => {
  it('says that a message came, and neither who wrote nor what', async () => {
    const world = new World();
    await showNotice(world.scope, push(NEWS));
    const [{title, options}] = world.shown as [(typeof world.shown)[number]];
    assert.equal(title, 'Nouveau message');
    assert.equal('body' in options, false);
    assert.equal(JSON.stringify(world.shown).includes('Marie'), false);
    assert.equal(options['tag'], `fournil/${ROOM}`);
    assert.equal(options['data'], FRAGMENT);
  });

  it('shows both where the person has asked for it', async () => {
    const world = new World();
    world.search = '?text';
    await showNotice(world.scope, push(NEWS));
    assert.equal(world.shown[0]!.title, 'Marie');
    assert.equal(world.shown[0]!.options['body'], 'Avez-vous des tartes ?');
  });

  it('is not shown to who has the desk before them, and is to who has it behind', async () => {
    const world = new World();
    world.desks = [{url: DESK, focused: true}];
    await showNotice(world.scope, push(NEWS));
    assert.equal(world.shown.length, 0);
    world.desks = [
      {url: DESK, focused: false},
      {url: 'https://hub.example/o/order', focused: true},
    ];
    await showNotice(world.scope, push(NEWS));
    assert.equal(world.shown.length, 1);
  });

  it('is shown whatever came, since browsers take the permission from who shows nothing', async () => {
    const world = new World();
    world.language = 'en-GB';
    world.search = '?text';
    for (const text of [undefined, '', '{broken', '[]', '{"shop": 1}']) {
      await showNotice(world.scope, push(text));
    }
    assert.deepEqual(
      world.shown.map(({title, options}) => [title, options['data']]),
      Array.from({length: 5}, () => ['New message', undefined]),
    );
  });

  it('brings the conversation up in a desk that is open', async () => {
    const world = new World();
    world.desks = [{url: `${DESK}#content`, focused: false}];
    await openNotice(world.scope, press(FRAGMENT));
    assert.deepEqual(world.told, [{type: OPEN_MESSAGE, fragment: FRAGMENT}]);
    assert.equal(world.focused, 1);
    assert.deepEqual(world.opened, []);
  });

  it('opens a desk where there is none', async () => {
    const world = new World();
    world.desks = [{url: 'https://hub.example/', focused: true}];
    await openNotice(world.scope, press(FRAGMENT));
    await openNotice(world.scope, press(undefined));
    assert.deepEqual(world.opened, [`/desk/${FRAGMENT}`, '/desk/']);
    assert.deepEqual(world.told, []);
  });

  it('reads what the hub sent, and nothing else', () => {
    assert.deepEqual(readNotice(NEWS), {
      shop: 'fournil',
      room: ROOM,
      title: 'Marie',
      body: 'Avez-vous des tartes ?',
    });
    assert.equal(readNotice('null'), undefined);
  });
});

describe('another address of the device', () => {
  it('is told to the hub, and the old one taken back', async () => {
    const world = new World();
    const event = {waitUntil: () => undefined, oldSubscription: subscription('old')};
    await renew(world.scope, event);
    const keys = {p256dh: 'BAAA', auth: 'AAAA'};
    assert.deepEqual(world.asked, [
      {method: 'PUT', body: {endpoint: 'https://push.example/new', keys}},
      {method: 'DELETE', body: {endpoint: 'https://push.example/old'}},
    ]);
  });

  it('may be made by the browser, and may be missing', async () => {
    const world = new World();
    const waitUntil = () => undefined;
    await renew(world.scope, {waitUntil, newSubscription: subscription('made')});
    await renew(world.scope, {waitUntil});
    assert.equal(world.asked.length, 1);
  });
});
