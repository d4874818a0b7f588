import {compare, instants, type Comparison} from './reference.js';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import fc from 'fast-check';
import {openingStatus} from '../../src/hours/index.js';
import {openingHoursValue} from './generator.js';
import {SHOPS, SPECIFICATION} from './values.js';

/** Compares a list of values, requires that none is ever wrong, and reports the figures. */
function compareAll(values: readonly string[], at: readonly Date[], context: TestContext) {
  const total: Comparison = {wrong: [], compared: 0, unknown: 0};
  const covered: string[] = [];
  for (const value of values) {
    const comparison = compare(value, at);
    if (!comparison) continue;
    covered.push(value);
    total.compared += comparison.compared;
    total.unknown += comparison.unknown;
    if (comparison.wrong.length) total.wrong.push(`${value}\n  ${comparison.wrong.join('\n  ')}`);
  }
  assert.deepEqual(total.wrong, []);
  const doubt = ((100 * total.unknown) / total.compared).toFixed(2);
  context.diagnostic(
    `${covered.length} of ${values.length} values, ${total.compared} answers, ${doubt} % unknown to ours alone`,
  );
  return {covered, ...total};
}

describe('opening hours beside the library opening_hours', () => {
  it('answers the values of French shops alike or not at all', context => {
    assert.ok(SHOPS.length >= 150);
    const {covered} = compareAll(SHOPS, instants(11.25), context);
    assert.deepEqual(
      SHOPS.filter(value => !covered.includes(value)),
      [],
    );
  });

  it('answers the examples of the specification alike or not at all', context => {
    compareAll(SPECIFICATION, instants(11.25), context);
  });

  it('answers generated values alike or not at all', context => {
    const at = instants(31.75);
    let compared = 0;
    let unknown = 0;
    fc.assert(
      fc.property(openingHoursValue, value => {
        const comparison = compare(value, at);
        assert.ok(comparison, `not covered: ${value}`);
        assert.deepEqual(comparison.wrong, []);
        compared += comparison.compared;
        unknown += comparison.unknown;
      }),
      {seed: 20261122, numRuns: 300},
    );
    const doubt = ((100 * unknown) / compared).toFixed(2);
    context.diagnostic(`${compared} answers, ${doubt} % unknown to ours alone`);
  });

  const folder = process.env['LOCAL_WIDGETS_DATA'];
  const skip = folder ? false : 'LOCAL_WIDGETS_DATA does not name the folder with the data files';

  it('answers the values of the shops of Monaco alike or not at all', {skip}, context => {
    const file = join(folder!, 'osm-monaco-riviera-pois.geojson');
    const {features} = JSON.parse(readFileSync(file, 'utf8')) as {
      features: {properties: Record<string, string | undefined>}[];
    };
    const values = features.flatMap(({properties}) => properties['opening_hours'] ?? []);
    assert.ok(values.length > 50);
    const start = Date.UTC(2026, 11, 20);
    const fortnight = Array.from({length: 14 * 24}, (_, hour) => new Date(start + hour * 36e5));
    const distinct = [...new Set(values)];
    compareAll(distinct, [...fortnight, ...instants(29.25)], context);
    const answered = values.filter(value =>
      fortnight.some(at => openingStatus(value, at).state != 'unknown'),
    );
    const share = answered.length / values.length;
    context.diagnostic(`${(100 * share).toFixed(1)} % of ${values.length} values answered`);
    assert.ok(share >= 0.95);
  });
});
