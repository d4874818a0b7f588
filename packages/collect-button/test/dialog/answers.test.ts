import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {BackEndError, type BackEndErrorCode} from '../../src/back-ends/port.js';
import {answerTo} from '../../src/dialog/answers.js';
import {dialogFr} from '../../src/locales/dialog.js';
import {fr} from '../../src/locales/fr.js';
import type {Messages} from '../../src/locales/index.js';
import type {Problem} from '@local-widgets/model/schemas.js';
import {products, slots} from '../shop.js';

const messages = {...fr, ...dialogFr} as unknown as Messages;

function answer(code: BackEndErrorCode, problem: Partial<Problem> = {}) {
  const {notice, ...rest} = answerTo(new BackEndError(code, '', 409, problem), products, 420);
  return {...rest, text: notice(messages).replace(/[\u00a0\u202f]/g, ' ')};
}

describe('what follows a refused order', () => {
  it('is another slot where that one is full or gone', () => {
    for (const code of ['slot-full', 'slot-gone', 'too-late'] as const) {
      const {step, slots: left, text} = answer(code, {slots: [...slots]});
      assert.equal(step, 'pickup');
      assert.equal(left?.length, slots.length);
      assert.match(text, /Choisissez-en un autre/);
    }
  });

  it('is the basket, with names, where there is not enough', () => {
    const {step, text, isStale} = answer('out-of-stock', {stock: {'pain-de-campagne': 1}});
    assert.equal(step, 'basket');
    assert.equal(isStale, true);
    assert.match(text, /Pain de campagne/);
  });

  it('is the review, with both sums, where a price changed', () => {
    const {step, text} = answer('price-changed', {total: 450});
    assert.equal(step, 'review');
    assert.match(text, /4,50 € au lieu de 4,20 €/);
  });

  it('is the telephone where the shop takes no orders', () => {
    for (const code of ['paused', 'not-open-yet', 'forbidden', 'not-found', 'internal'] as const) {
      assert.equal(answer(code).step, 'direct', code);
    }
  });

  it('is the step of the field that the hub names', () => {
    const fields = [{pointer: '/contact/telephone', message: 'Ce numéro n’existe pas.'}];
    const {step, errors} = answer('invalid', {fields});
    assert.equal(step, 'contact');
    assert.equal(errors.telephone?.(messages), 'Ce numéro n’existe pas.');
    assert.equal(answer('invalid', {fields: [{pointer: '/slot', message: 'x'}]}).step, 'pickup');
    assert.equal(answer('invalid').step, 'review');
  });

  it('has a sentence for every code', () => {
    const codes: BackEndErrorCode[] = [
      ...(['product-gone', 'not-delivered-there', 'below-minimum', 'wrong-state'] as const),
      ...(['payment-unavailable', 'idempotency-key-reused', 'too-large', 'unavailable'] as const),
    ];
    for (const code of codes) assert.ok(answer(code).text.length > 10, code);
  });
});
