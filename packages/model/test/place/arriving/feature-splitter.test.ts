import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {FeatureSplitter} from '../../../src/place/arriving/feature-splitter.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What it finds in a text that comes in pieces; undefined when it gives up. */
function split(bytes: Uint8Array, cuts: readonly number[]): unknown[] | undefined {
  const splitter = new FeatureSplitter();
  const edges = [...cuts.map(cut => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const found: unknown[] = [];
  let from = 0;
  try {
    for (const to of edges) {
      found.push(...splitter.add(bytes.subarray(from, to)));
      from = to;
    }
    splitter.end();
    return found;
  } catch {
    return undefined;
  }
}

const inOne = (text: string): unknown[] | undefined => split(bytesOf(text), []);
const byteByByte = (text: string): unknown[] | undefined =>
  split(bytesOf(text), [...bytesOf(text).keys()]);

describe('The splitter of arriving features', () => {
  it('finds the features of a collection, wherever its members stand', () => {
    for (const text of [
      '{"type":"FeatureCollection","features":[{"a":1},{"b":[2,{}]}]}',
      '  {"features" : [ {"a":1} , {"b":[2,{}]} ] , "type":"FeatureCollection"}\n',
      '\ufeff{"name":"features","crs":{"features":[1]},"features":[{"a":1},{"b":[2,{}]}],"n":[3]}',
    ]) {
      assert.deepEqual(inOne(text), [{a: 1}, {b: [2, {}]}], text);
      assert.deepEqual(byteByByte(text), [{a: 1}, {b: [2, {}]}], text);
    }
  });

  it('is not misled by texts that look like the end of a feature', () => {
    const features = [{name: '}],"features":[{"'}, {'"\\': '\\"},{'}, 'é€😀'];
    const text = JSON.stringify({note: '"features":[', features});
    assert.deepEqual(inOne(text), features);
    assert.deepEqual(byteByByte(text), features);
  });

  it('gives features as soon as they are whole', () => {
    const splitter = new FeatureSplitter();
    assert.deepEqual(splitter.add(bytesOf('{"features":[{"a":1},{"b"')), [{a: 1}]);
    assert.deepEqual(splitter.add(bytesOf(':2}')), []);
    assert.deepEqual(splitter.add(bytesOf(',3,')), [{b: 2}, 3]);
    assert.deepEqual(splitter.add(bytesOf('4]}')), [4]);
    splitter.end();
  });

  it('gives up what is no collection, or not certain to be one', () => {
    for (const text of [
      '',
      'name;latitude;longitude',
      '[{"type":"Feature"}]',
      '{"elements":[1]}',
      '{"type":"Feature","features":[1]}',
      '{"features":[1],"features":[2]}',
      '{"features":[1],"featu\\u0072es":[2]}',
      '{"features":[1]',
      '{"features":[1',
      '{"features":[1]}}',
      '{"features":[1}',
      '{"features":[1,]}',
      '{"features":[,1]}',
      '{"features":[1,,2]}',
      '{"features" [1]}',
      '{"features":[{"a":1]}',
      '{"features":["\\x"]}',
    ]) {
      assert.equal(inOne(text), undefined, text);
      assert.equal(byteByByte(text), undefined, text);
    }
    assert.equal(split(Uint8Array.of(0x7b, 0xff), []), undefined, 'not UTF-8');
  });

  it('gives up a feature that is longer than any honest one', () => {
    const splitter = new FeatureSplitter();
    splitter.add(bytesOf('{"features":["'));
    const long = new Uint8Array(600_000).fill(0x61);
    splitter.add(long);
    assert.throws(() => splitter.add(long));
  });

  it('finds what JSON.parse of the whole finds, however it is cut', () => {
    const collections = fc.record(
      {
        type: fc.constant('FeatureCollection'),
        name: fc.string(),
        features: fc.array(fc.jsonValue()),
      },
      {requiredKeys: ['features']},
    );
    fc.assert(
      fc.property(
        collections,
        fc.integer({min: 0, max: 3}),
        fc.array(fc.nat()),
        (collection, indent, cuts) => {
          const text = JSON.stringify(collection, null, indent);
          const whole = (JSON.parse(text) as {features: unknown[]}).features;
          assert.deepEqual(split(bytesOf(text), cuts), whole);
        },
      ),
      {seed: 20261122, numRuns: 400},
    );
  });

  it('finds nothing that JSON.parse of the whole would not find, in damaged texts', () => {
    const text =
      '{"type":"FeatureCollection","features":[{"a":"x,y"},[1],{"b":{"c":"\\"}"}}],"n":1}';
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('', '"', ',', '{', '}', '[', ']', '\\', ':', 'features', ' '),
        fc.array(fc.nat(), {maxLength: 4}),
        (at, change, cuts) => {
          const damaged = text.slice(0, at) + change + text.slice(at + 1);
          const found = split(bytesOf(damaged), cuts);
          if (!found) return;
          const {features} = JSON.parse(damaged) as {features?: unknown};
          assert.deepEqual(found, features);
        },
      ),
      {seed: 20261122, numRuns: 3000},
    );
  });
});
