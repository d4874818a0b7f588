import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  addressErrors,
  contactErrors,
  emptyForm,
  fieldAt,
  formFrom,
  tidyTelephone,
} from '../../src/dialog/form.js';

const wrong = (form: Partial<ReturnType<typeof emptyForm>>, needsEmail = false): string[] =>
  Object.keys(contactErrors({...emptyForm(), ...form}, needsEmail)).sort();

describe('the contact of an order', () => {
  it('is a name and one way to answer', () => {
    assert.deepEqual(wrong({}), ['email', 'name']);
    assert.deepEqual(wrong({name: 'Claire'}), ['email']);
    assert.deepEqual(wrong({name: 'Claire', email: 'claire@example.org'}), []);
    assert.deepEqual(wrong({name: 'Claire', telephone: '06 12 34 56 78'}), []);
    assert.deepEqual(wrong({name: '  ', telephone: '06 12 34 56 78'}), ['name']);
  });

  it('is checked for what nobody could use', () => {
    for (const email of [
      'claire',
      'claire@',
      'claire@example',
      'a b@example.org',
      '@example.org',
    ]) {
      assert.deepEqual(wrong({name: 'C', email}), ['email'], email);
    }
    for (const telephone of ['06', 'abc', '06 12 34 56 78 ou le soir']) {
      assert.deepEqual(wrong({name: 'C', telephone}), ['telephone'], telephone);
    }
    assert.deepEqual(wrong({name: 'C', telephone: '+33 (0)6.12-34 56 78'}), []);
  });

  it('needs an e-mail where the shop wants one', () => {
    assert.deepEqual(wrong({name: 'C', telephone: '06 12 34 56 78'}, true), ['email']);
  });

  it('takes numbers with spaces of any kind', () => {
    assert.equal(tidyTelephone(' 06\u00a012\u202f34  56 78 '), '06 12 34 56 78');
  });
});

describe('the address of a delivery', () => {
  it('has street, postal code and town', () => {
    assert.deepEqual(Object.keys(addressErrors(emptyForm())), [
      'streetAddress',
      'postalCode',
      'addressLocality',
    ]);
  });
});

describe('what the hub says about fields', () => {
  it('is found on the form', () => {
    assert.equal(fieldAt('/contact/email'), 'email');
    assert.equal(fieldAt('/address/postalCode'), 'postalCode');
    assert.equal(fieldAt('/slot/startsAt'), 'slot');
    assert.equal(fieldAt('/lines/0/quantity'), undefined);
    assert.equal(fieldAt('/constructor'), undefined);
  });
});

describe('the form of an order that was left', () => {
  it('is filled again', () => {
    const form = formFrom({
      mode: 'drive',
      lines: [],
      expectedTotal: 0,
      contact: {name: 'Claire', email: 'claire@example.org'},
      payment: 'card',
      contract: 'order',
      acceptsTerms: true,
      vehicle: 'Clio bleue',
      language: 'fr',
    });
    assert.equal(form.name, 'Claire');
    assert.equal(form.vehicle, 'Clio bleue');
    assert.equal(form.payment, 'card');
  });
});
