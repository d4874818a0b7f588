import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Order} from '@local-widgets/model/schemas.js';
import type {MailPayload} from '../../src/outbox/payload.js';
import {receiverOf} from '../../src/outbox/receiver.js';
import {ORDER} from '../mail/mail-fixtures.js';
import {NOW, SETTINGS} from '../support/fixtures.js';
import {memoryDatabase} from '../support/memory.js';

const {db} = await memoryDatabase();
await db
  .insertInto('people')
  .values([
    {id: 'ann', email: 'ann@example.org', name: 'Ann', language: 'en', created_at: NOW.getTime()},
    {id: 'yann', email: 'yann@example.org', name: null, language: 'br', created_at: NOW.getTime()},
  ])
  .execute();

const english: Order = {...ORDER, language: 'en'};
const of = (
  payload: Partial<MailPayload>,
  known: Parameters<typeof receiverOf>[2] = {order: english, shop: SETTINGS},
) => receiverOf(db, {template: 'order-ready', ...payload}, known);

describe('who gets a mail', () => {
  it('is the customer, by name, in the language of the order', async () => {
    const anne = {address: 'anne@example.org', language: 'en', name: 'Anne'};
    assert.deepEqual(await of({}), anne);
    assert.deepEqual(await of({data: {language: 'fr'}}), {...anne, language: 'fr'});
    const nameless = {...english, contact: {email: 'anne@example.org'}} as Order;
    assert.deepEqual(await of({}, {order: nameless}), {
      address: 'anne@example.org',
      language: 'en',
    });
  });

  it('is nobody for a customer without an address, an erased order, or none', async () => {
    const telephone = {...ORDER, contact: {name: 'Anne', telephone: '+33600000000'}};
    assert.equal(await of({}, {order: telephone}), undefined);
    const {contact, ...erased} = ORDER;
    assert.ok(contact);
    assert.equal(await of({}, {order: erased}), undefined);
    assert.equal(await of({}, {}), undefined);
  });

  it('is the address that was given, before anybody else', async () => {
    const to = 'other@example.org';
    const given = {to, person: 'ann', toShop: true} as const;
    assert.deepEqual(await of(given), {address: to, language: 'en'});
    assert.deepEqual(await of({to, data: {language: 'fr'}}), {address: to, language: 'fr'});
    assert.deepEqual(await of({to}, {}), {address: to, language: 'fr'});
  });

  it('is the shop, in French, if it has an address', async () => {
    const shop = {toShop: true, person: 'ann'} as const;
    assert.deepEqual(await of(shop), {address: 'fournil@example.org', language: 'fr'});
    const {email, ...without} = SETTINGS;
    assert.ok(email);
    assert.equal(await of(shop, {order: english, shop: without}), undefined);
    assert.equal(await of(shop, {order: english}), undefined);
  });

  it('is somebody of the shop in their own language; French when it is none of ours', async () => {
    assert.deepEqual(await of({person: 'ann'}), {
      address: 'ann@example.org',
      language: 'en',
      name: 'Ann',
    });
    assert.deepEqual(await of({person: 'yann'}), {address: 'yann@example.org', language: 'fr'});
    assert.equal(await of({person: 'removed'}), undefined);
  });
});
