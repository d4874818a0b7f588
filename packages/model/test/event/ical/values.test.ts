import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {itemsOf, paramOf, textOf, textsOf} from '../../../src/event/ical/values.js';

const param = (params: string, name: string): string | undefined =>
  paramOf({line: 1, name: 'X', params, value: ''}, name);

describe('parameters', () => {
  it('are found by their name, in any case', () => {
    assert.equal(param('TZID=Europe/Paris', 'TZID'), 'Europe/Paris');
    assert.equal(param('tzid= Europe/Paris ', 'TZID'), 'Europe/Paris');
    assert.equal(param('VALUE=DATE', 'TZID'), undefined);
    assert.equal(param('', 'TZID'), undefined);
    assert.equal(param('TZID', 'TZID'), undefined);
    assert.equal(param('A=1;B=2;C=3', 'A'), '1');
    assert.equal(param('A=1; b =2;C=3', 'B'), '2');
    assert.equal(param('A=1;B=2;C= 3 ', 'C'), '3');
    assert.equal(param('A=1;B=2', 'C'), undefined);
    assert.equal(param('A=1;B', 'B'), undefined);
    assert.equal(param('A;B=2', 'B'), '2');
    assert.equal(param('A=;B=2', 'A'), '');
  });

  it('hold anything in quotes, which are taken away', () => {
    assert.equal(param('CN="a;b=c:d"', 'CN'), 'a;b=c:d');
    assert.equal(param('CN="a;B=2";B=3', 'B'), '3');
    assert.equal(param('CN=" a "', 'CN'), 'a');
    assert.equal(param('CN="never closed', 'CN'), 'never closed');
    assert.equal(param('X="a"b;CN=c', 'CN'), 'c');
  });

  it('have the escapes of RFC 6868', () => {
    assert.equal(param("CN=^'a^' ^^ b^nc ^x ^", 'CN'), '"a" ^ b\nc ^x ^');
    assert.equal(param('CN=^^n', 'CN'), '^n');
  });
});

describe('texts', () => {
  it('lose their backslashes', () => {
    assert.equal(textOf('a\\, b\\; c\\\\ d'), 'a, b; c\\ d');
    assert.equal(textOf('a\\nb\\Nc'), 'a\nb\nc');
    assert.equal(textOf('a\\\\nb'), 'a\\nb');
    assert.equal(textOf('plain'), 'plain');
    assert.equal(textOf('a\\'), 'a\\');
  });

  it('are several with commas between', () => {
    assert.deepEqual(textsOf('a,b\\, c,,d\\\\,e'), ['a', 'b, c', 'd\\', 'e']);
    assert.deepEqual(textsOf(''), []);
    assert.deepEqual(textsOf(','), []);
  });
});

describe('lists of dates', () => {
  it('have one more than is asked for, for the rest to be told', () => {
    assert.deepEqual(itemsOf('a,b,c', 9), ['a', 'b', 'c']);
    assert.deepEqual(itemsOf('a,b,c', 2), ['a', 'b', 'c']);
    assert.deepEqual(itemsOf('a,b,c', 1), ['a', 'b']);
    assert.deepEqual(itemsOf('a,b,c', 0), ['a']);
    assert.deepEqual(itemsOf(',a,,b,', 9), ['a', 'b']);
    assert.deepEqual(itemsOf('', 9), []);
  });
});
