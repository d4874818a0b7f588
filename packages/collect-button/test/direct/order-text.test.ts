import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {basketTotal} from '@local-widgets/model';
import {orderText} from '../../src/direct/order-text.js';
import {directFr} from '../../src/locales/direct.js';
import type {Messages} from '../../src/locales/index.js';
import {bread, roll} from '../shop.js';

const words = {messages: directFr as unknown as Messages, language: 'fr'};

describe('the letter to a shop', () => {
  it('has the list, its sum, and what the person added', () => {
    const total = basketTotal([
      {product: bread, quantity: 1},
      {product: roll, quantity: 2},
    ]);
    const text = orderText(total, {text: '', name: 'Claire', when: 'samedi matin'}, words);
    assert.equal(
      text.replace(/[\u00a0\u202f]/g, ' '),
      [
        'Bonjour,',
        '',
        'Je souhaite commander :',
        '- 1 × Pain de campagne (4,20 €)',
        '- 2 × Petit pain aux noix (2,60 €)',
        'Total indicatif : 6,80 €',
        '',
        'Passage souhaité : samedi matin',
        '',
        'Merci,',
        'Claire',
      ].join('\n'),
    );
  });

  it('names no price that is not known', () => {
    const line = {product: 'x', name: 'Pain', quantity: 1, price: 0, vatRate: 0, total: 0};
    const text = orderText({lines: [line], total: 0}, {text: '', name: '', when: ''}, words);
    assert.ok(text.includes('- 1 × Pain\n'));
    assert.ok(!text.includes('€'));
  });
});
