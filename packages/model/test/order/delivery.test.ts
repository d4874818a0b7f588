import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {deliveryZoneFor} from '../../src/order/delivery.js';

const near = {name: 'Bourg', postalCodes: ['29200', '29 217'], fee: 300, minimum: 1000};
const far = {name: 'Autour', postalCodes: ['29217', '29280'], fee: 600, minimum: 3000};
const rules = {mode: 'delivery' as const, zones: [near, far]};

describe('deliveryZoneFor', () => {
  it('finds the zone of a postal code, the first of several', () => {
    assert.equal(deliveryZoneFor(rules, '29200'), near);
    assert.equal(deliveryZoneFor(rules, '29217'), near);
    assert.equal(deliveryZoneFor(rules, '29280'), far);
  });

  it('takes the code as people write it', () => {
    assert.equal(deliveryZoneFor(rules, ' 29 200 '), near);
    const abroad = {...near, postalCodes: ['L-1234', 'SW1A 1AA']};
    assert.equal(deliveryZoneFor({...rules, zones: [abroad]}, 'l1234'), abroad);
    assert.equal(deliveryZoneFor({...rules, zones: [abroad]}, 'sw1a1aa'), abroad);
  });

  it('finds none elsewhere, without a code, without zones, and for what is not delivered', () => {
    assert.equal(deliveryZoneFor(rules, '75001'), undefined);
    assert.equal(deliveryZoneFor(rules, '2920'), undefined);
    assert.equal(deliveryZoneFor(rules, ' '), undefined);
    assert.equal(deliveryZoneFor({mode: 'delivery'}, '29200'), undefined);
    assert.equal(deliveryZoneFor({...rules, mode: 'collect'}, '29200'), undefined);
  });
});
