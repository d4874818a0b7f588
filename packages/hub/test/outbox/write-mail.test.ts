import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Mail} from '../../src/mail/mailer.js';
import {documentToHtml} from '../../src/mail/blocks-to-html.js';
import {documentToText} from '../../src/mail/blocks-to-text.js';
import {signIn} from '../../src/mail/templates/sign-in.js';
import {webhookFailed} from '../../src/mail/templates/webhook-failed.js';
import type {MailTemplate} from '../../src/outbox/outbox.js';
import {writeMail} from '../../src/outbox/write-mail.js';
import {SETTINGS} from '../support/fixtures.js';
import type {ShopFixture} from '../support/fixtures.js';
import {outboxHub} from './support/outbox-hub.js';
import {addEndpoint, addPerson} from './support/people.js';
import {mailRow} from './support/rows.js';

const PUBLIC_URL = 'https://hub.example';

/** A hub, and the mail of a row in its outbox. */
async function start({shop, config = {}}: {shop?: ShopFixture; config?: object} = {}) {
  const all = await outboxHub({...(shop && {shop}), config});
  const write = (payload: object, row: object = {}) =>
    writeMail(all.context, mailRow({payload: JSON.stringify(payload), ...row}));
  return {...all, write};
}

/** All of a mail but what it says. */
function headOf(mail: Mail | undefined) {
  const {text, html, subject, calendar, ...head} = mail!;
  assert.ok(text && html && subject);
  return {...head, hasCalendar: calendar !== undefined};
}

const HUB = {address: 'local-widgets@localhost'};
const ANNE = {name: 'Anne', address: 'anne@example.org'};
const FOURNIL = {name: 'Le Fournil', address: 'fournil@example.org'};

describe('the mail of an order', () => {
  it('goes to its customer, from the shop, whom answers reach', async () => {
    const {write, order} = await start({config: {mail: {from: HUB}}});
    const order_id = await order();
    const first = `order-${order_id}@hub.example`;
    const ofShop = {
      from: {...HUB, name: 'Le Fournil'},
      to: ANNE,
      replyTo: FOURNIL,
      language: 'fr',
    };
    assert.deepEqual(headOf(await write({template: 'order-received'}, {order_id})), {
      ...ofShop,
      messageId: first,
      hasCalendar: true,
    });
    assert.deepEqual(headOf(await write({template: 'order-ready'}, {order_id})), {
      ...ofShop,
      messageId: 'mail-1@hub.example',
      inReplyTo: first,
      hasCalendar: false,
    });
  });

  it('brings the slot for a calendar where that may have changed', async () => {
    const {write, order} = await start();
    const order_id = await order();
    const templates = [
      ...['order-received', 'order-accepted', 'order-ready', 'order-refused'],
      ...['order-cancelled', 'order-expired'],
    ] as MailTemplate[];
    const withCalendar: string[] = [];
    for (const template of templates) {
      const mail = await write({template}, {order_id});
      if (mail?.calendar?.startsWith('BEGIN:VCALENDAR')) withCalendar.push(template);
    }
    assert.deepEqual(withCalendar, ['order-received', 'order-accepted', 'order-cancelled']);
  });

  it('is about what was ordered, in the language of who gets it', async () => {
    const {write, order, db} = await start();
    await addPerson(db, {id: 'ann', language: 'en'});
    const order_id = await order();
    const alarm = {template: 'order-alarm', data: {alarm: 'received'}};
    const french = await write({...alarm, toShop: true}, {order_id});
    const english = await write({...alarm, person: 'ann'}, {order_id});
    assert.deepEqual([french?.language, english?.language], ['fr', 'en']);
    assert.match(french!.text, /Pain de campagne/);
    assert.notEqual(french!.subject, english!.subject);
  });

  it('is no answer of the customer’s thread when it is for the shop', async () => {
    const {write, order, db} = await start({config: {mail: {from: HUB}}});
    await addPerson(db, {id: 'paul'});
    const order_id = await order();
    const alarm = {template: 'order-alarm', data: {alarm: 'received'}};
    const head = {
      from: {...HUB, name: 'Le Fournil'},
      language: 'fr',
      messageId: 'mail-1@hub.example',
      hasCalendar: false,
    };
    assert.deepEqual(headOf(await write({...alarm, person: 'paul'}, {order_id})), {
      ...head,
      to: {name: 'Name of paul', address: 'paul@example.org'},
    });
    assert.deepEqual(headOf(await write({...alarm, toShop: true}, {order_id})), {
      ...head,
      to: {address: 'fournil@example.org'},
    });
  });

  it('names nobody to answer to where the shop has no address', async () => {
    const {email, ...settings} = SETTINGS;
    assert.ok(email);
    const {write, order, db} = await start();
    const order_id = await order();
    await db
      .updateTable('shops')
      .set({settings: JSON.stringify(settings)})
      .execute();
    const mail = await write({template: 'order-ready'}, {order_id});
    assert.deepEqual([mail?.to, mail?.replyTo], [ANNE, undefined]);
  });

  it('is none when nobody is left to get it', async () => {
    const {write, order} = await start();
    const order_id = await order({contact: {name: 'Anne', telephone: '+33600000000'}});
    assert.equal(await write({template: 'order-ready'}, {order_id}), undefined);
    assert.equal(await write({template: 'order-alarm', person: 'gone'}, {order_id}), undefined);
  });
});

describe('the mail of a chat', () => {
  it('is none once its room is gone, and none without a shop’s room', async () => {
    const {write} = await start();
    const data = {after: 0, upTo: 1};
    const unread = {template: 'chat-unread', to: 'a@b.example', data};
    assert.equal(await write(unread, {shop_id: 'fournil', room_id: null}), undefined);
    assert.equal(await write(unread, {shop_id: 'fournil', room_id: 'gone'}), undefined);
  });
});

describe('a link to sign in', () => {
  it('is from the hub by its own name, or by its host', async () => {
    for (const [name, shown] of [
      ['Mairie', 'Mairie'],
      [undefined, 'hub.example'],
    ] as const) {
      const {write} = await start({config: {mail: {from: {...HUB, name}}}});
      const data = {url: `${PUBLIC_URL}/sign-in?token=secret`, minutes: 10, language: 'en'};
      const mail = await write({template: 'sign-in', to: 'ann@example.org', data});
      const document = signIn({...data, language: 'en', publicUrl: PUBLIC_URL});
      assert.deepEqual(mail, {
        from: {...HUB, name: shown},
        to: {address: 'ann@example.org'},
        subject: document.subject,
        language: 'en',
        text: documentToText(document),
        html: documentToHtml(document),
        messageId: 'mail-1@hub.example',
      });
    }
  });

  it('leads to the hub, and is good for fifteen minutes, unless told', async () => {
    const {write} = await start();
    const mail = await write({template: 'sign-in', to: 'ann@example.org'});
    const usual = {language: 'fr', url: PUBLIC_URL, minutes: 15, publicUrl: PUBLIC_URL} as const;
    assert.equal(mail?.text, documentToText(signIn(usual)));
  });
});

describe('the mail about a webhook that failed', () => {
  const data = {endpointId: 'till', event: 'order.ready', error: 'HTTP 410'};
  const failed = {template: 'webhook-failed', toShop: true, data};
  const view = {
    language: 'fr',
    shopName: 'Le Fournil',
    url: 'https://till.example/h',
    event: 'order.ready',
    error: 'HTTP 410',
    isDisabled: false,
    publicUrl: PUBLIC_URL,
  } as const;
  const row = {shop_id: 'fournil'};

  it('tells of the endpoint as it is now, and whether it was switched off', async () => {
    for (const isDisabled of [false, true]) {
      const {write, db} = await start();
      await addEndpoint(db, {isEnabled: !isDisabled});
      await addEndpoint(db, {id: 'other', url: 'https://other.example', isEnabled: isDisabled});
      const mail = await write(failed, row);
      assert.equal(mail?.text, documentToText(webhookFailed({...view, isDisabled})));
      assert.deepEqual([mail.from.name, mail.replyTo], ['Le Fournil', undefined]);
    }
  });

  it('says what is left to say when the endpoint is removed', async () => {
    const {write} = await start();
    const mail = await write({template: 'webhook-failed', toShop: true}, row);
    const bare = {...view, url: PUBLIC_URL, event: '', error: ''};
    assert.equal(mail?.text, documentToText(webhookFailed(bare)));
    const nameless = await write({template: 'webhook-failed', to: 'a@b.example'});
    assert.equal(nameless?.subject, webhookFailed({...bare, shopName: ''}).subject);
  });
});

it('a mail is refused for an address that is none', async () => {
  const {write} = await start();
  await assert.rejects(write({template: 'sign-in', to: 'a@b.example,c@d.example'}), {
    name: 'MailError',
    isPermanent: true,
  });
});
