import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Product} from '@local-widgets/model/schemas.js';
import type {ImportReport} from '../../src/desk/catalogue-import.js';
import {signedIn} from '../accounts/people-of-tests.js';
import {forEachDatabase} from '../support/databases.js';
import {PRODUCTS} from '../support/fixtures.js';
import {testHub, type TestHub} from '../support/test-hub.js';

const DESK = '/api/shops/fournil/desk';

/** A price list as a spreadsheet writes it: no column for the stock. */
const PRICES = `Identifiant;Nom;Prix;TVA
pain;Pain de campagne;3,40;5,5
tarte;Tarte aux pommes;14,50;5,5
brioche;Brioche;6,00;5,5
`;

async function merchant(hub: TestHub) {
  const {headers} = await signedIn(hub, 'merchant');
  const upload = (body: string | Buffer | object, query = '', type = 'text/csv') =>
    hub.ask({
      method: 'PUT',
      url: `${DESK}/catalogue${query}`,
      headers: {...headers, ...(typeof body === 'string' && {'content-type': type})},
      payload: body,
    });
  const products = async (): Promise<Product[]> =>
    (await hub.ask({url: `${DESK}/catalogue`, headers})).body.products as Product[];
  const ask = (method: 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
    hub.ask({method, url: `${DESK}/products/${path}`, headers, ...(payload && {payload})});
  return {upload, products, ask};
}

const stockOf = (products: Product[], id: string) =>
  products.find(product => product.id === id)?.stock;

forEachDatabase((_name, open) => {
  it('shows hidden products to the desk and not to pages', async () => {
    const hub = await testHub(await open());
    const {products} = await merchant(hub);
    assert.deepEqual(await products(), PRODUCTS);
    const {body} = await hub.ask({url: '/api/shops/fournil/catalogue'});
    const shown = body.products as Product[];
    assert.ok(!shown.some(({id}) => id === 'secret'));
  });

  it('tells what an import would do, and does it when it is meant', async () => {
    const hub = await testHub(await open());
    const {upload, products} = await merchant(hub);
    const report = {
      added: ['brioche'],
      changed: ['pain'],
      removed: ['tablier', 'secret'],
      rejected: [],
    };
    const dry = await upload(PRICES, '?dry-run=1');
    assert.equal(dry.status, 200, dry.text);
    assert.deepEqual(dry.body, report);
    assert.deepEqual(await products(), PRODUCTS, 'nothing was written');
    assert.deepEqual((await upload(PRICES)).body, report);
    const now = await products();
    assert.deepEqual(
      now.map(({id, price}) => [id, price]),
      [
        ['pain', 340],
        ['tarte', 1450],
        ['brioche', 600],
      ],
    );
    assert.equal(stockOf(now, 'tarte'), 5, 'what the file cannot tell stays');
  });

  it('leaves the stock to the orders that come while a price list is written', async () => {
    const hub = await testHub(await open());
    const {upload, products} = await merchant(hub);
    const order = {lines: [{product: 'tarte', quantity: 1}], expectedTotal: 1450};
    const prices = PRICES.replace('3,40', '3,20');
    const done = await Promise.all([
      hub.order(order),
      upload(prices),
      hub.order(order),
      upload(prices.replace('6,00', '6,10')),
      hub.order(order),
    ]);
    assert.deepEqual(
      done.map(({status}) => status),
      [201, 200, 201, 200, 201],
    );
    assert.equal(stockOf(await products(), 'tarte'), 2);
  });

  it('sets the stock where the file has a column for it', async () => {
    const hub = await testHub(await open());
    const {upload, products} = await merchant(hub);
    await upload('Identifiant;Nom;Prix;TVA;Stock\ntarte;Tarte;14,50;5,5;12\npain;Pain;3,20;5,5;\n');
    const now = await products();
    assert.equal(stockOf(now, 'tarte'), 12);
    assert.equal(stockOf(now, 'pain'), undefined);
  });

  it('tells the lines it could not read, takes the others, and then removes nothing', async () => {
    const hub = await testHub(await open());
    const {upload, products} = await merchant(hub);
    const {body} = await upload(PRICES.replace('14,50', 'cher'));
    assert.deepEqual(
      (body as ImportReport).rejected.map(({line, field}) => [line, field]),
      [[3, 'price']],
    );
    assert.match((body as ImportReport).rejected[0]!.message, /cher/);
    assert.deepEqual(body.removed, []);
    assert.deepEqual(
      (await products()).map(({id}) => id),
      ['pain', 'brioche', 'tarte', 'tablier', 'secret'],
    );
  });

  it('reads JSON, and spreadsheets in the character set of their day', async () => {
    const hub = await testHub(await open());
    const {upload, products} = await merchant(hub);
    const json = await upload({products: PRODUCTS});
    assert.deepEqual(json.body, {added: [], changed: [], removed: [], rejected: []});
    const windows = Buffer.from('Nom;Prix;TVA\nPâté de Saint-Malo;4,00;5,5\n', 'latin1');
    const {headers} = await signedIn(hub, 'merchant');
    const {status} = await hub.ask({
      method: 'PUT',
      url: `${DESK}/catalogue`,
      headers: {...headers, 'content-type': 'text/csv'},
      payload: windows,
    });
    assert.equal(status, 200);
    assert.equal((await products())[0]?.name, 'Pâté de Saint-Malo');
  });

  it('refuses what is no catalogue with a sentence', async () => {
    const hub = await testHub(await open());
    const {upload, products} = await merchant(hub);
    const answers = [await upload('bonjour'), await upload({bonjour: 1})];
    for (const {status, body} of answers) {
      assert.equal(status, 400);
      assert.match(body.detail as string, /catalogue/);
    }
    assert.deepEqual(await products(), PRODUCTS);
  });

  it('writes, changes and deletes one product', async () => {
    const hub = await testHub(await open());
    const {products, ask} = await merchant(hub);
    const brioche: Product = {id: 'brioche', name: 'Brioche', price: 600, vatRate: 550, stock: 4};
    assert.equal((await ask('PUT', 'brioche', brioche)).status, 201);
    assert.equal((await ask('PUT', 'brioche', {...brioche, price: 650})).status, 200);
    assert.equal((await ask('PUT', 'autre', brioche)).body.fields[0].pointer, '/id');
    assert.deepEqual((await products()).at(-1), {...brioche, price: 650});

    const hidden = await ask('PATCH', 'brioche', {isHidden: true, stock: null});
    const uncounted = {id: 'brioche', name: 'Brioche', price: 650, vatRate: 550};
    assert.deepEqual(hidden.body, {...uncounted, isHidden: true});
    assert.deepEqual((await ask('PATCH', 'brioche', {isHidden: false, stock: 9})).body, {
      ...brioche,
      price: 650,
      stock: 9,
    });
    assert.equal((await ask('PATCH', 'nothing', {stock: 1})).status, 404);
    assert.equal((await ask('PATCH', 'brioche', {stock: -1})).status, 400);

    assert.equal((await ask('DELETE', 'brioche')).status, 204);
    assert.equal((await ask('DELETE', 'brioche')).status, 404);
    assert.deepEqual(await products(), PRODUCTS);
  });

  it('keeps the order of the catalogue when products go and others are written', async () => {
    const hub = await testHub(await open());
    const {products, ask} = await merchant(hub);
    await ask('DELETE', 'pain');
    await ask('DELETE', 'tarte');
    await ask('PUT', 'brioche', {id: 'brioche', name: 'Brioche', price: 600, vatRate: 550});
    await ask('PUT', 'secret', {...PRODUCTS[3], name: 'Toujours pas'});
    assert.deepEqual(
      (await products()).map(({id}) => id),
      ['tablier', 'secret', 'brioche'],
    );
  });

  it('keeps what was sold while a form with an older stock was open', async () => {
    const hub = await testHub(await open());
    const {products, ask} = await merchant(hub);
    const tarte = PRODUCTS.find(({id}) => id === 'tarte')!;
    await hub.order({lines: [{product: 'tarte', quantity: 2}], expectedTotal: 2900});
    const {body} = await ask('PUT', 'tarte?stock-seen=5', {...tarte, price: 1500});
    assert.deepEqual([body.price, body.stock], [1500, 3]);
    await ask('PUT', 'tarte?stock-seen=3', {...tarte, stock: 10});
    assert.equal(stockOf(await products(), 'tarte'), 10);
  });

  it('gives the published catalogue another tag with each change', async () => {
    const hub = await testHub(await open());
    const {ask} = await merchant(hub);
    const tag = async () => (await hub.ask({url: '/api/shops/fournil/catalogue'})).headers['etag'];
    const before = await tag();
    assert.equal(await tag(), before);
    await ask('PATCH', 'pain', {price: 350});
    assert.notEqual(await tag(), before);
  });
});
