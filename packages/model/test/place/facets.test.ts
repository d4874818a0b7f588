import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {featuresOf} from '../../src/place/facets.js';
import type {Place} from '../../src/place/place.js';
import {PlaceIndex, type PlaceCriteria} from '../../src/place/select-places.js';

const geo = {longitude: 0.52, latitude: 48.4};
const place = (id: string, more: Partial<Place> = {}): Place => ({
  id,
  name: id,
  geo,
  categories: ['bakery'],
  ...more,
});

const index = new PlaceIndex([
  place('a', {services: {collect: true, delivery: true}, labels: ['Bio'], paymentAccepted: ['cb']}),
  place('b', {services: {collect: true, wheelchair: false}, labels: ['BIO', 'Label Rouge']}),
  place('c', {categories: ['honey'], labels: ['Label Rouge'], paymentAccepted: ['CB', 'chèque']}),
  place('d', {categories: ['honey'], services: {wheelchair: true}}),
]);
const found = (criteria: PlaceCriteria): string[] =>
  index.select(criteria).indices.map(i => index.places[i]!.id);
/** `collect 2, label:Bio 2`. */
const counted = (criteria: PlaceCriteria = {}): string =>
  index
    .featureCounts(criteria)
    .map(({feature, count}) => `${feature.replace('service:', '')} ${count}`)
    .join(', ');

describe('featuresOf', () => {
  it('tells the services that are there, labels and means of payment, each once', () => {
    const features = featuresOf(
      place('x', {
        services: {wheelchair: true, collect: true, delivery: false},
        labels: ['Bio', 'bio', 'AB', 'Étoilé', 'ETOILE', '★', '★★'],
        paymentAccepted: ['Bio'],
      }),
    );
    assert.deepEqual(features, [
      'service:collect',
      'service:wheelchair',
      'label:Bio',
      'label:AB',
      'label:Étoilé',
      'label:★',
      'label:★★',
      'payment:Bio',
    ]);
  });

  it('tells nothing of a place that says nothing', () => {
    assert.deepEqual(featuresOf(place('x')), []);
  });
});

describe('the features of PlaceIndex', () => {
  it('wants every chosen service', () => {
    assert.deepEqual(found({features: ['service:collect']}), ['a', 'b']);
    assert.deepEqual(found({features: ['service:collect', 'service:delivery']}), ['a']);
  });

  it('wants any of the chosen labels, and any of the chosen means of payment', () => {
    assert.deepEqual(found({features: ['label:Bio', 'label:Label Rouge']}), ['a', 'b', 'c']);
    assert.deepEqual(found({features: ['label:Bio', 'payment:CB']}), ['a']);
    assert.deepEqual(found({features: ['payment:cheque', 'payment:cb']}), ['a', 'c']);
  });

  it('finds nothing by a feature that no place has', () => {
    assert.deepEqual(found({features: ['label:Demeter']}), []);
  });

  it('counts the categories among the places with the chosen features', () => {
    const {counts} = index.select({features: ['label:label rouge'], categories: ['bakery']});
    assert.deepEqual([counts.get('bakery'), counts.get('honey')], [1, 1]);
  });

  it('counts services in their order, then labels and payments, the most frequent first', () => {
    assert.equal(
      counted(),
      'collect 2, delivery 1, wheelchair 1, label:Bio 2, label:Label Rouge 2, payment:cb 2, payment:chèque 1',
    );
  });

  it('counts what one more service would leave', () => {
    assert.equal(
      counted({features: ['service:collect']}),
      'collect 2, delivery 1, label:Bio 2, label:Label Rouge 1, payment:cb 1',
    );
  });

  it('counts labels whatever label is chosen, and payments whatever payment', () => {
    assert.equal(
      counted({features: ['label:Bio', 'payment:chèque']}),
      'label:Label Rouge 1, label:Bio 0, payment:cb 1, payment:chèque 0',
    );
  });

  it('offers only what some place under the chosen categories has, and what is chosen', () => {
    assert.equal(
      counted({categories: ['honey']}),
      'wheelchair 1, label:Label Rouge 1, payment:cb 1, payment:chèque 1',
    );
    assert.equal(
      counted({categories: ['bakery'], features: ['label:demeter']}),
      'label:Bio 2, label:Label Rouge 1, label:demeter 0',
    );
  });

  it('counts for each service, label and payment as many as choosing it alone finds', () => {
    for (const {feature, count} of index.featureCounts({})) {
      assert.equal(found({features: [feature]}).length, count, feature);
    }
  });
});
