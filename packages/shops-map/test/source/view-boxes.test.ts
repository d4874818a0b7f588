import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Place} from '@local-widgets/model';
import fc from 'fast-check';
import {
  addressFor,
  boxAround,
  contains,
  LoadedBoxes,
  paddedBox,
  zoomOf,
} from '../../src/source/view-boxes.js';

const view = {west: 0.5, south: 48.4, east: 0.6, north: 48.5};
const place = (id: string, name = id): Place => ({
  id,
  name,
  geo: {longitude: 0.5, latitude: 48.4},
  categories: ['other'],
});

describe('paddedBox', () => {
  it('adds a fifth on each side, outward on a grid of four decimals', () => {
    const box = paddedBox({west: 0.50001, south: 48.4, east: 0.6, north: 48.50009});
    assert.deepEqual(box, {west: 0.48, south: 48.3799, east: 0.62, north: 48.5202});
  });

  it('stays on the globe', () => {
    const world = {west: -180, south: -90, east: 180, north: 90};
    assert.deepEqual(paddedBox(world), world);
  });

  it('always holds the view, and is the same when asked again', () => {
    const degrees = (most: number) => fc.double({min: -most, max: most, noNaN: true});
    fc.assert(
      fc.property(degrees(180), degrees(180), degrees(90), degrees(90), (x, X, y, Y) => {
        const any = {
          west: Math.min(x, X),
          south: Math.min(y, Y),
          east: Math.max(x, X),
          north: Math.max(y, Y),
        };
        const box = paddedBox(any);
        assert.ok(contains(box, any));
        assert.deepEqual(paddedBox(any), box);
        for (const side of Object.values(box)) assert.match(String(side), /^-?\d+(?:\.\d{1,4})?$/);
      }),
      {seed: 3},
    );
  });
});

describe('boxAround', () => {
  it('is as wide as it is high in metres', () => {
    const box = boxAround({longitude: 0.5, latitude: 60}, 10_000);
    assert.equal(((box.north - box.south) / 2).toFixed(4), '0.0899');
    assert.equal(((box.east - box.west) / 2).toFixed(4), '0.1799');
  });

  it('stays on the globe at a pole', () => {
    const box = boxAround({longitude: 0, latitude: 90}, 10_000);
    assert.equal(box.north, 90);
    assert.ok(box.west >= -180 && box.east <= 180);
  });
});

describe('addressFor', () => {
  it('fills in the box as west, south, east, north', () => {
    const address = addressFor('/api?bbox={bbox}&z={zoom}', view, 12);
    assert.equal(address, '/api?bbox=0.5,48.4,0.6,48.5&z=12');
  });

  it('fills in sides one by one, and leaves other braces alone', () => {
    const address = addressFor('/{west}/{south}/{east}/{north}/{layer}', view, 12);
    assert.equal(address, '/0.5/48.4/0.6/48.5/{layer}');
  });
});

describe('zoomOf', () => {
  it('is 0 for the world and higher for a town', () => {
    assert.equal(zoomOf({west: -180, south: -85, east: 180, north: 85}), 1);
    assert.equal(zoomOf(view), 12);
    assert.ok(Number.isFinite(zoomOf({...view, east: view.west})));
  });
});

describe('LoadedBoxes', () => {
  it('knows what lies inside one answer, at the same zoom', () => {
    const boxes = new LoadedBoxes(2);
    boxes.add({box: view, zoom: 12, places: []});
    assert.ok(boxes.has({...view, west: 0.55}, 12));
    assert.ok(!boxes.has({...view, west: 0.55}, 13));
    assert.ok(!boxes.has({...view, west: 0.45}, 12));
  });

  it('keeps what was used last', () => {
    const boxes = new LoadedBoxes(2);
    const [one, two, three] = [0, 1, 2].map(n => ({...view, west: n, east: n + 0.5}));
    boxes.add({box: one!, zoom: 0, places: [place('one')]});
    boxes.add({box: two!, zoom: 0, places: [place('two')]});
    assert.ok(boxes.has(one!, 0));
    boxes.add({box: three!, zoom: 0, places: [place('three')]});
    assert.ok(!boxes.has(two!, 0));
    assert.deepEqual(
      boxes.places.map(({id}) => id),
      ['one', 'three'],
    );
  });

  it('has each id once, as the last answer tells it', () => {
    const boxes = new LoadedBoxes(2);
    boxes.add({box: view, zoom: 0, places: [place('a', 'Old'), place('b')]});
    boxes.add({box: view, zoom: 0, places: [place('a', 'New')]});
    assert.deepEqual(
      boxes.places.map(({name}) => name),
      ['New', 'b'],
    );
  });
});
