import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {NotConnected} from '../../../src/bridges/bridge.js';
import {XmppComponent} from '../../../src/bridges/xmpp/component.js';
import {xml} from '../../../src/bridges/xmpp/xml/element.js';
import type {XmlElement} from '../../../src/bridges/xmpp/xml/element.js';
import type {After} from '../../../src/after.js';
import {testChance} from '../../support/fixtures.js';
import {until} from '../support/until.js';
import {ComponentServer} from './support/component-server.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A component at this port, and all that it told; its timers wait until the test lets them. */
function componentAt(port: number, secret = 'secret') {
  const told: string[] = [];
  const stanzas: XmlElement[] = [];
  const timers = new Map<() => void, number>();
  const after: After = (milliseconds, run) => {
    timers.set(run, milliseconds);
    return () => timers.delete(run);
  };
  const component = new XmppComponent({
    account: {host: '127.0.0.1', port, domain: 'hub.localhost', secret},
    chance: testChance(),
    after,
    handler: {
      up: () => told.push('up'),
      down: fault => told.push(fault),
      stanza: stanza => stanzas.push(stanza),
    },
  });
  closing.push(() => component.stop());
  component.start();
  /** Lets the timers run that wait by now. */
  const pass = () => {
    for (const run of [...timers.keys()]) if (timers.delete(run)) run();
  };
  return {component, told, stanzas, timers, pass};
}

async function server(): Promise<ComponentServer> {
  const started = await ComponentServer.start();
  closing.push(() => started.stop());
  return started;
}

const message = (id: string) => xml('message', {to: 'paul@localhost', id}, xml('body', {}, id));

describe('the line of a component', () => {
  it('knows what the server has taken', async () => {
    const peer = await server();
    const {component, told} = componentAt(peer.port);
    await until('up', () => told.includes('up'));
    component.send(message('one'));
    await component.settle();
    assert.deepEqual(
      peer.stanzas.map(({attributes}) => attributes['id']),
      ['one'],
    );
  });

  it('takes stanzas in their order', async () => {
    const peer = await server();
    const {told, stanzas} = componentAt(peer.port);
    await until('up', () => told.includes('up'));
    for (const id of ['a', 'b', 'c']) peer.send(message(id));
    await until('all are there', () => stanzas.length === 3);
    assert.deepEqual(
      stanzas.map(({attributes}) => attributes['id']),
      ['a', 'b', 'c'],
    );
  });

  it('is opened again when it breaks, and what was under way is known to be in doubt', async () => {
    const peer = await server();
    const {component, told, pass} = componentAt(peer.port);
    await until('up', () => told.includes('up'));
    peer.echoes = false;
    component.send(message('one'));
    const settled = component.settle();
    await until('it came', () => peer.stanzas.length === 1);
    peer.drop();
    await assert.rejects(settled, NotConnected);
    assert.throws(() => component.send(message('two')), NotConnected);
    peer.echoes = true;
    await until('a timer waits', () => told.length === 2);
    pass();
    await until('up again', () => told.filter(word => word === 'up').length === 2);
    component.send(message('two'));
    await component.settle();
    assert.equal(peer.stanzas.length, 2);
  });

  it('is given up when the server is silent', async () => {
    const peer = await server();
    const {component, told, pass} = componentAt(peer.port);
    await until('up', () => told.includes('up'));
    peer.echoes = false;
    const settled = component.settle();
    pass();
    await assert.rejects(settled, /silent/);
    assert.equal(told.at(-1), 'The XMPP server is silent.');
  });

  it('asks a server that has been silent for long, and stays when it answers', async () => {
    const peer = await server();
    const {told, pass, timers} = componentAt(peer.port);
    await until('up', () => told.includes('up'));
    assert.deepEqual([...timers.values()], [60_000]);
    pass();
    // the question, and the watch that begins anew with its answer
    await until('it is answered', () => [...timers.values()].join() === '60000');
    assert.deepEqual(told, ['up']);
  });

  it('tells a wrong secret, a server that is away, and one that speaks something else', async () => {
    const peer = await server();
    const wrong = componentAt(peer.port, 'wrong');
    await until('refused', () => wrong.told.length > 0);
    assert.deepEqual(wrong.told, ['The XMPP server does not take the secret of the component.']);

    const gone = await server();
    await gone.stop();
    const nobody = componentAt(gone.port);
    await until('nobody', () => nobody.told.length > 0);
    assert.match(nobody.told[0]!, /cannot be reached \(ECONNREFUSED\)/);

    const odd = await server();
    const {told} = componentAt(odd.port);
    await until('up', () => told.includes('up'));
    for (const socket of odd.sockets) socket.write('<!DOCTYPE x><message/>');
    await until('given up', () => told.length > 1);
    assert.equal(told[1], 'The XMPP server sent what is no XMPP (restricted-xml).');
  });

  it('waits longer each time, and for ever', async () => {
    const gone = await server();
    await gone.stop();
    const {told, pass, timers} = componentAt(gone.port);
    for (let tries = 1; tries <= 12; tries++) {
      await until(`try ${tries}`, () => told.length === tries);
      const [wait] = [...timers.values()];
      assert.ok(wait! <= Math.min(60_000, 500 * 2 ** (tries - 1)), `${wait} at ${tries}`);
      pass();
    }
  });

  it('ends its stream when it is stopped', async () => {
    const peer = await server();
    const {component, told} = componentAt(peer.port);
    await until('up', () => told.includes('up'));
    await component.stop();
    await until('no line is left', () => peer.sockets.size === 0);
    assert.deepEqual(told, ['up']);
  });
});
