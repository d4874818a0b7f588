import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, it} from 'node:test';
import type {PlacedOrder} from '@local-widgets/model/schemas.js';
import {Webhook} from 'standardwebhooks';
import {createCarriers} from '../../src/outbox/carriers.js';
import {runOutboxOnce} from '../../src/outbox/run-outbox.js';
import {smtpServer} from '../mail/smtp-server.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';
import {addEndpoint, OLD_SECRET, SECRET} from './support/people.js';

/** A receiver as the specification wants one: it verifies, with its old secret or its new one. */
async function receiver() {
  const events: unknown[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      const body = Buffer.concat(chunks).toString();
      for (const secret of [SECRET, OLD_SECRET]) {
        events.push(new Webhook(secret).verify(body, headers));
      }
      response.writeHead(204).end();
    });
  });
  after(() => server.close().closeAllConnections());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {events, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`};
}

forEachDatabase((_name, open) => {
  it('goes the whole way: an order is a mail in an inbox and an event that its receiver verifies', async () => {
    const smtp = await smtpServer();
    const {events, url} = await receiver();
    const clock = testClock();
    const hub = await testHub(await open(), {
      clock,
      config: {
        webhooks: {allowLoopback: true},
        mail: {from: {address: 'hub@example.org'}, smtp: smtp.options},
      },
    });
    const {context} = hub;
    const {db, outbox} = context;
    await addEndpoint(db, {url, previous: OLD_SECRET});
    const {order} = (await hub.order()).body as PlacedOrder;
    await db.deleteFrom('outbox').execute();
    // the receiver compares with the time of day
    clock.set(new Date());
    await outbox.enqueue(db, {kind: 'mail', template: 'order-ready', orderId: order.id});
    await outbox.enqueue(db, {kind: 'webhook', event: 'order.ready', orderId: order.id});
    const carriers = createCarriers(context);
    assert.deepEqual(await runOutboxOnce(context, carriers), {sent: 2, retried: 0, failed: 0});
    carriers.close();
    const [mail] = await smtp.stop();
    assert.deepEqual(mail!.recipients, ['anne@example.org']);
    assert.match(mail!.text!, new RegExp(order.code));
    assert.equal(events.length, 2);
    assert.deepEqual(events[0], events[1]);
    assert.equal((events[0] as {data: {id: string}}).data.id, order.id);
  });
});
