import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import type {Attempt, BackEndError, NewOrder} from '../../src/back-ends/port.js';
import {wooCommerceBackEnd} from '../../src/back-ends/woocommerce.js';
import {plainText} from '../../src/back-ends/woocommerce-products.js';
import {FakeWooCommerce} from './fake-woocommerce.js';

const order: NewOrder = {
  mode: 'collect',
  place: 'pickup_location:0',
  lines: [
    {product: '34', quantity: 2},
    {product: '35', quantity: 1},
  ],
  expectedTotal: 2290,
  contact: {name: 'Claire Martin', email: 'claire@example.org', telephone: '06 12 34 56 78'},
  address: {streetAddress: '1 rue Haute', postalCode: '61400', addressLocality: 'Mortagne'},
  payment: 'cash',
  contract: 'order',
  acceptsTerms: true,
  language: 'fr',
};

describe('a WooCommerce shop', () => {
  let woo: FakeWooCommerce;
  let memo: Record<string, string>;

  const backEnd = () =>
    wooCommerceBackEnd(
      {
        site: woo.site,
        name: 'La Boutique',
        phone: '02 33',
        email: '',
        termsUrl: 'https://a.example/',
      },
      {fetch: woo.fetch},
    );
  const attempt = (changes: Partial<NewOrder> = {}): Attempt => ({
    order: {...order, ...changes},
    key: 'key',
    memo,
    note: noted => (memo = {...noted}),
  });
  const codeOf = async (action: Promise<unknown>): Promise<string> =>
    action.then(
      () => 'none',
      (error: unknown) => (error as BackEndError).code,
    );

  beforeEach(() => {
    woo = new FakeWooCommerce();
    memo = {};
  });

  it('tells its products as text, in cents', async () => {
    woo.prices[99] = 100;
    const {shop, products} = await backEnd().open();
    assert.deepEqual(
      products.map(({id, price}) => [id, price]),
      [
        ['34', 420],
        ['35', 1450],
      ],
    );
    assert.equal(products[0]!.name, 'Pain & miel – 1 kg');
    assert.equal(products[0]!.description, 'Fait ici .');
    assert.deepEqual(shop.payments, ['cash', 'cheque']);
    assert.ok(shop.acceptsOrders);
  });

  it('takes no orders here when every payment has a page of its own', async () => {
    woo.gateways = ['stripe'];
    assert.equal((await backEnd().open()).shop.acceptsOrders, false);
  });

  it('offers its places of pickup, and none of its deliveries', async () => {
    const {places} = await backEnd().offer('collect', order.lines);
    assert.deepEqual(places, [
      {
        id: 'pickup_location:0',
        name: 'L’atelier',
        price: 0,
        details: '3 Grande Rue, 61400 Mortagne, Du mardi au samedi',
      },
    ]);
  });

  it('takes an order at the place that was chosen', async () => {
    const placed = await backEnd().place(attempt());
    assert.equal(placed.code, '146');
    assert.equal(placed.url, 'https://boutique.example/merci/146/');
    assert.equal(woo.placed.length, 1);
    const [body] = woo.checkouts;
    assert.equal(body!['payment_method'], 'cod');
    assert.equal(body!['expected_total'], '2290');
    assert.deepEqual(
      [...woo.carts.values()].map(({rate}) => rate),
      ['pickup_location:0'],
    );
  });

  it('makes one order when an answer was lost', async () => {
    woo.next.push('lost');
    assert.equal(await codeOf(backEnd().place(attempt())), 'unreachable');
    const placed = await backEnd().place(attempt());
    assert.equal(placed.code, '146');
    assert.equal(woo.placed.length, 1);
  });

  it('makes one order when a request was lost', async () => {
    woo.next.push('unsent');
    assert.equal(await codeOf(backEnd().place(attempt())), 'unreachable');
    assert.equal(woo.placed.length, 0);
    await backEnd().place(attempt());
    assert.equal(woo.placed.length, 1);
    assert.equal(woo.drafts.length, 1);
  });

  it('says in our words why it refuses', async () => {
    woo.prices[34] = 450;
    await assert.rejects(backEnd().place(attempt()), (error: BackEndError) => {
      assert.equal(error.code, 'price-changed');
      assert.equal(error.problem.total, 2350);
      return true;
    });
    memo = {};
    woo.outOfStock.add(34);
    assert.equal(await codeOf(backEnd().place(attempt())), 'out-of-stock');
    woo.outOfStock.clear();
    assert.equal(await codeOf(backEnd().place(attempt({place: 'pickup_location:7'}))), 'slot-gone');
    assert.equal(woo.placed.length, 0);
  });
});

describe('text from WordPress', () => {
  it('loses its tags and keeps its characters', () => {
    assert.equal(plainText('<p>Caf&#xe9; &amp; th&#233; &rsquo;</p>\n<b>x</b>'), 'Café & thé ’ x');
    assert.equal(plainText('&unknown; &#99999999; a < b'), '&unknown; &#99999999; a < b');
    assert.equal(plainText('<script>alert(1)</script>&lt;b&gt;'), 'alert(1) <b>');
  });
});
