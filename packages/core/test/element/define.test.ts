import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {defineElement} from '../../src/element/define.js';

describe('defineElement in Node', () => {
  it('does nothing, in silence', t => {
    const warn = t.mock.method(console, 'warn', () => undefined);
    const elementClass = Object as unknown as CustomElementConstructor;
    defineElement('local-quiet', elementClass, '1.0.0');
    defineElement('local-quiet', elementClass, '2.0.0');
    assert.equal(warn.mock.callCount(), 0);
    assert.equal(Symbol.for('local-widgets') in globalThis, false);
  });
});
