import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {OrderRequest} from '@local-widgets/model/schemas.js';
import {changeOrder} from '../../src/orders/change-order.js';
import {forEachDatabase} from '../support/databases.js';
import {SETTINGS, testClock} from '../support/fixtures.js';
import {testHub, type TestHub} from '../support/test-hub.js';

/** An order of something that one can send back. */
const APRON: Partial<OrderRequest> = {
  lines: [{product: 'tablier', quantity: 1}],
  expectedTotal: 2500,
};

async function customer(hub: TestHub, request: Partial<OrderRequest> = {}) {
  const {status, body, text} = await hub.order(request);
  assert.equal(status, 201, text);
  const url = `/o/${body.token}`;
  return {
    order: body.order,
    url,
    see: (path = '') => hub.ask({url: url + path}),
    send: (path: string, form: Record<string, string> = {}) =>
      hub.ask({
        method: 'POST',
        url: url + path,
        // a page without referrer tells no origin
        headers: {'content-type': 'application/x-www-form-urlencoded', origin: 'null'},
        payload: new URLSearchParams(form).toString(),
      }),
  };
}

const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');

forEachDatabase((_name, open) => {
  it('tells the customer all about the order, without JavaScript', async () => {
    const hub = await testHub(await open());
    const {order, url, see} = await customer(hub);
    const page = await see();
    assert.equal(page.status, 200);
    const shown = text(page.text);
    for (const part of [
      `Commande ${order.code}`,
      'Reçue',
      'Retrait',
      'lundi 23 novembre 2026, de 17:00 à 17:30',
      'Europe/Paris',
      'Pain de campagne 1 3,20 € 3,20 €',
      'Total, taxes comprises 3,20 €',
      'en espèces, sur place. À payer',
      '1 rue du Four 29200 Brest',
      'SIRET 12345678901234',
      'Anne, anne@example.org',
    ]) {
      assert.ok(shown.includes(part), part);
    }
    assert.ok(page.text.startsWith('<!doctype html>'));
    assert.match(page.text, /<html lang="fr">/);
    assert.ok(page.text.includes('href="tel:+33298000000"'));
    assert.ok(page.text.includes(`href="/api${url.replace('/o/', '/orders/')}/calendar.ics"`));
    assert.doesNotMatch(page.text, /<script|\sstyle=|\son[a-z]+=/);
  });

  it('keeps its secret address to itself', async () => {
    const hub = await testHub(await open());
    const {see} = await customer(hub);
    const {headers} = await see();
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['x-robots-tag'], 'noindex');
    assert.match(
      String(headers['content-security-policy']),
      /^default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    assert.equal(headers['set-cookie'], undefined);
  });

  it('writes what people typed as text', async () => {
    const evil = '"><script>alert(1)</script>';
    const hub = await testHub(await open(), {
      shop: {settings: {name: evil, url: 'https://x.example/"onmouseover=alert(1)'}},
    });
    const {see} = await customer(hub, {note: evil, contact: {name: evil, telephone: '0600000000'}});
    for (const path of ['', '/cancel', '/erase']) {
      const page = await see(path);
      assert.equal(page.status, 200);
      assert.doesNotMatch(page.text, /<script/);
      assert.doesNotMatch(page.text, /"onmouseover/);
    }
  });

  it('speaks the language of the order', async () => {
    const hub = await testHub(await open());
    const {see} = await customer(hub, {language: 'en'});
    const page = await see();
    assert.match(page.text, /<html lang="en">/);
    assert.match(text(page.text), /Monday,? 23 November 2026/);
  });

  it('knows no other order', async () => {
    const hub = await testHub(await open());
    for (const path of [`/o/${'A'.repeat(43)}`, `/o/${'A'.repeat(43)}/cancel`]) {
      const {status, headers, text: body} = await hub.ask({url: path});
      assert.equal(status, 404);
      assert.match(String(headers['content-type']), /^text\/html/);
      assert.match(body, /Introuvable/);
    }
    assert.equal((await hub.ask({url: '/o/short'})).status, 404);
  });

  it('cancels after asking once more, and not when it is too late', async () => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock});
    const {see, send, url} = await customer(hub);
    assert.match((await see()).text, /Annuler la commande/);
    assert.match((await see('/cancel')).text, /Oui, annuler la commande/);
    const done = await send('/cancel', {reason: 'Je suis malade'});
    assert.deepEqual([done.status, done.headers['location']], [303, `${url}?done=cancel`]);
    const after = text((await see('?done=cancel')).text);
    assert.ok(after.includes('La commande est annulée.'));
    assert.ok(after.includes('Motif : Je suis malade'));
    assert.ok(!after.includes('Votre code de retrait'));
    const twice = await send('/cancel');
    assert.equal(twice.status, 409);
    assert.match(twice.text, /role="alert"/);

    const late = await customer(hub);
    clock.pass(9 * 60 + 1 - 120);
    assert.doesNotMatch((await late.see()).text, /Annuler la commande/);
    assert.equal((await late.send('/cancel')).status, 409);
  });

  it('takes the withdrawal in the two steps of the law, and sends its receipt', async () => {
    const hub = await testHub(await open());
    const {order, see, send, url} = await customer(hub, APRON);
    for (const to of ['accepted', 'ready', 'collected'] as const) {
      await changeOrder(hub.context, {order: order.id, to, by: 'shop'});
    }
    assert.match((await see()).text, />\s*Renoncer au contrat ici\s*</);
    const form = await see('/withdraw');
    assert.match(form.text, /<button[^>]*>\s*Confirmer la rétractation\s*<\/button>/);
    assert.match(form.text, /name="name"[^>]*value="Anne"/);
    const wrong = await send('/withdraw', {name: '', email: 'anne'});
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /aria-invalid="true"\s+aria-describedby="email-problem"/);
    assert.match(wrong.text, /id="name-problem"/);

    const done = await send('/withdraw', {name: 'Anne Le Bris', email: 'anne@new.example'});
    assert.deepEqual([done.status, done.headers['location']], [303, `${url}?done=withdraw`]);
    const after = text((await see('?done=withdraw')).text);
    assert.ok(after.includes('rétractation est enregistrée le lundi 23 novembre 2026'));
    assert.ok(!after.includes('Renoncer au contrat ici'));
    const mails = await hub.context.db
      .selectFrom('outbox')
      .select('payload')
      .where('kind', '=', 'mail')
      .execute();
    const receipt = mails.find(({payload}) => payload.includes('order-withdrawn'))!;
    assert.ok(receipt.payload.includes('anne@new.example'));
    assert.ok(receipt.payload.includes('2026-11-23T07:00:00.000Z'));
    assert.equal((await send('/withdraw', {name: 'A', email: 'a@b'})).status, 409);
  });

  it('offers no withdrawal where there is none', async () => {
    const hub = await testHub(await open());
    const {see, send} = await customer(hub);
    assert.doesNotMatch((await see()).text, /Renoncer/);
    assert.doesNotMatch((await see('/withdraw')).text, /Confirmer/);
    assert.equal((await send('/withdraw', {name: 'A', email: 'a@b'})).status, 409);
  });

  it('lets somebody with a car say that they are there', async () => {
    const [collect] = SETTINGS.pickup;
    const pickup = [{...collect!, mode: 'drive' as const, instructions: 'Place 3'}];
    const hub = await testHub(await open(), {shop: {settings: {pickup}}});
    const {order, see, send} = await customer(hub, {mode: 'drive', vehicle: 'Kangoo rouge'});
    await changeOrder(hub.context, {order: order.id, to: 'accepted', by: 'shop'});
    assert.match((await see()).text, /Je suis arrivé/);
    assert.match((await see()).text, /Kangoo rouge/);
    assert.match((await see()).text, /Place 3/);
    assert.equal((await send('/arrive')).status, 303);
    const after = await see('?done=arrive');
    assert.match(after.text, /vous êtes là depuis 08:00/);
    assert.doesNotMatch(after.text, /Je suis arrivé/);
  });

  it('erases who ordered, once the order is over', async () => {
    const hub = await testHub(await open());
    const {see, send} = await customer(hub);
    assert.match(text((await see()).text), /Possible dès que la commande est terminée/);
    assert.equal((await send('/erase')).status, 409);
    await send('/cancel');
    assert.match((await see('/erase')).text, /Effacer définitivement/);
    assert.equal((await send('/erase')).status, 303);
    const after = (await see('?done=erase')).text;
    assert.match(after, /Vos coordonnées sont effacées/);
    assert.doesNotMatch(after, /anne@example\.org/);
  });

  it('links to the page of a payment only while there is something to pay', async () => {
    const hub = await testHub(await open());
    const {order, url, see} = await customer(hub);
    const pay = `href="${url}/pay"`;
    assert.ok(!(await see()).text.includes(pay), 'it is paid at the counter');
    const set = (payment_status: string) =>
      hub.context.db
        .updateTable('orders')
        .set({payment_means: 'online', payment_status})
        .where('id', '=', order.id as string)
        .execute();
    for (const status of ['pending', 'failed']) {
      await set(status);
      assert.ok((await see()).text.includes(pay), status);
    }
    await set('paid');
    assert.ok(!(await see()).text.includes(pay));
  });
});
