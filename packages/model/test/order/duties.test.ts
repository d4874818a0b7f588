import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {missingDuties, type DutySettings} from '../../src/order/duties.js';
import type {Product} from '../../src/schemas/catalogue.js';
import {bread} from './products.js';

const legal = {
  legalName: 'Fournil SARL',
  siret: '12345678900011',
  termsUrl: 'https://fournil.example/cgv',
  mediator: {name: 'Médiation', url: 'https://mediation.example'},
};
const whole: DutySettings = {
  contract: 'order',
  legal,
  address: {streetAddress: '1 rue du Four', postalCode: '29200', addressLocality: 'Brest'},
  telephone: '02 98 00 00 00',
  email: 'bonjour@fournil.example',
};
const codes = (settings: DutySettings, products: Product[] = []) =>
  missingDuties(settings, products).map(({code}) => code);

describe('missingDuties', () => {
  it('is empty for a shop that tells all', () => {
    assert.deepEqual(codes(whole, [bread, {...bread, isFood: true, allergens: []}]), []);
  });

  it('names each thing that is missing', () => {
    const bare: DutySettings = {contract: 'order'};
    assert.deepEqual(codes(bare), [
      'identity',
      'terms',
      'mediator',
      'postal-address',
      'telephone',
      'email',
    ]);
    const {mediator, ...unmediated} = legal;
    assert.ok(mediator);
    assert.deepEqual(codes({...whole, legal: unmediated}), ['mediator']);
    assert.deepEqual(codes({...whole, address: {postalCode: '29200'}}), ['postal-address']);
    assert.deepEqual(codes({...whole, email: ''}), ['email']);
  });

  it('names the food on offer whose allergens nobody told', () => {
    const food = {...bread, isFood: true};
    const products = [
      {...food, id: 'pain'},
      {...food, id: 'tarte', allergens: []},
      {...food, id: 'brioche'},
      {...food, id: 'galette', isHidden: true},
      {...bread, id: 'panier'},
    ];
    assert.deepEqual(missingDuties(whole, products), [
      {code: 'allergens', products: ['pain', 'brioche']},
    ]);
  });

  it('asks little of a shop where one only reserves: a way to reach it', () => {
    const food = {...bread, isFood: true};
    assert.deepEqual(codes({contract: 'reservation', telephone: '02 98 00 00 00'}, [food]), []);
    assert.deepEqual(codes({contract: 'reservation', email: 'a@b.example'}), []);
    assert.deepEqual(codes({contract: 'reservation'}), ['contact']);
  });
});
