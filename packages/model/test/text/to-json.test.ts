import {strict as assert} from 'node:assert';
import {afterEach, describe, it} from 'node:test';
import {jsonForScript, toJson} from '../../src/index.js';

/** What Prototype.js before 1.7 gives to every list of a page. */
function addToJson(): void {
  Object.assign(Array.prototype, {
    toJSON(this: unknown[]) {
      return `[${this.map(item => JSON.stringify(item)).join(', ')}]`;
    },
  });
}

describe('jsonForScript', () => {
  it('holds nothing that could end a script or a line of it, and reads the same', () => {
    const value = {name: '</script><!-- \u2028\u2029'};
    const text = jsonForScript(value);
    assert.equal(text, '{"name":"\\u003c/script>\\u003c!-- \\u2028\\u2029"}');
    assert.deepEqual(JSON.parse(text), value);
  });
});

describe('JSON in a page with Prototype.js', () => {
  afterEach(() => {
    Reflect.deleteProperty(Array.prototype, 'toJSON');
  });

  const order = {lines: [{product: 'pain', quantity: 2}], notes: [], none: undefined, no: null};

  it('is what it is elsewhere', () => {
    const expected = '{"lines":[{"product":"pain","quantity":2}],"notes":[],"no":null}';
    assert.equal(toJson(order), expected);
    addToJson();
    assert.notEqual(JSON.stringify(order), expected, 'the page does what it is said to');
    assert.equal(toJson(order), expected);
    assert.equal(jsonForScript(order), expected);
    assert.equal(toJson([['a'], 1, 'b']), '[["a"],1,"b"]');
  });
});
