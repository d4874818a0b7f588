import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {idOf, productOf} from '../src/catalogue/product-form-data.js';

function form(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({vatRate: '550', ...fields})) {
    for (const each of [value].flat()) data.append(name, each);
  }
  return data;
}

const read = (fields: Parameters<typeof form>[0], taken: string[] = []) =>
  productOf(form(fields), new Set(taken));

describe('the form of a product', () => {
  it('makes a product of the least that is needed', () => {
    assert.deepEqual(read({name: 'Pain d’épices', price: '4,90'}), {
      product: {id: 'pain-d-epices', name: 'Pain d’épices', price: 490, vatRate: 550},
    });
  });

  it('reads everything that it can say', () => {
    const {product} = read({
      name: 'Tarte',
      id: 'tarte',
      price: '14.50',
      category: 'Pâtisseries',
      description: 'Aux pommes',
      contentQuantity: '1,2',
      contentUnit: 'kg',
      stock: '0',
      maxPerOrder: '3',
      points: '2',
      preparationMinutes: '240',
      weekdays: ['Sa', 'Su'],
      seasonFrom: '09-01',
      seasonTo: '03-31',
      isFood: 'on',
      ingredients: 'Pommes',
      allergens: ['gluten', 'milk'],
      origin: 'Perche',
      imageUrl: 'https://fournil.example/tarte.jpg',
      imageAlt: 'Une tarte',
      withdrawalException: 'perishable',
      isHidden: 'on',
    });
    assert.deepEqual(product, {
      id: 'tarte',
      name: 'Tarte',
      price: 1450,
      vatRate: 550,
      description: 'Aux pommes',
      category: 'Pâtisseries',
      content: {quantity: 1.2, unit: 'kg'},
      stock: 0,
      maxPerOrder: 3,
      points: 2,
      preparationMinutes: 240,
      availability: {weekdays: ['Sa', 'Su'], season: {from: '09-01', to: '03-31'}},
      isFood: true,
      ingredients: 'Pommes',
      allergens: ['gluten', 'milk'],
      origin: 'Perche',
      image: {url: 'https://fournil.example/tarte.jpg', alt: 'Une tarte'},
      withdrawalException: 'perishable',
      isHidden: true,
    });
  });

  it('says of food that it has no allergens, rather than nothing', () => {
    assert.deepEqual(read({name: 'Eau', price: '1', isFood: 'on'}).product?.allergens, []);
    assert.equal(read({name: 'Sac', price: '1'}).product?.allergens, undefined);
  });

  it('says what is wrong with which field', () => {
    assert.deepEqual(
      read({
        price: 'gratuit',
        stock: '-1',
        points: '1,5',
        contentUnit: 'g',
        seasonFrom: 'mai',
        imageUrl: 'javascript:alert(1)',
      }).problems,
      {
        name: 'invalidName',
        price: 'badPrice',
        imageUrl: 'invalidUrl',
        contentQuantity: 'invalidNumber',
        stock: 'badStock',
        points: 'invalidWhole',
        seasonFrom: 'invalidSeason',
      },
    );
  });

  it('refuses an identifier that is taken, or cannot be one', () => {
    assert.deepEqual(read({name: 'Pain', price: '1'}, ['pain']).problems, {id: 'idTaken'});
    assert.deepEqual(read({name: 'Pain', id: 'Le Pain', price: '1'}).problems, {id: 'invalidId'});
    assert.deepEqual(read({name: '麺包', price: '1'}).problems, {id: 'invalidId'});
  });
});

describe('an identifier made of a name', () => {
  it('has lower-case letters, digits and single hyphens', () => {
    assert.equal(idOf('  Œufs frais (x6) – plein air !'), 'oeufs-frais-x6-plein-air');
    assert.match(idOf('a b '.repeat(40)), /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(idOf('a b '.repeat(40)).length <= 64);
  });
});
