import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Figures} from '../../src/map/measure.js';
import {promisesOf, tablesOf, type Result} from '../../src/map/record.js';
import {verdictOf} from '../../src/record/record.js';

const figures: Figures = {
  listPainted: 700,
  mapPainted: 300,
  mapAgain: 250,
  category: 30,
  firstSearch: 40,
  nextSearch: 40,
  radius: 40,
  open: 45,
  service: 30,
  longestLoad: 80,
  longestMap: 60,
  longestFilter: 0,
  longestZoom: 0,
  rows: 40,
  markers: 120,
  transfer: 98.21,
  heap: 40,
};
const result = (
  contender: Result['contender'],
  places: number,
  changes: Partial<Figures> = {},
): Result => ({
  data: `${places} generated`,
  places,
  throttle: 1,
  contender,
  figures: {...figures, ...changes},
});
const results = [
  result('ours', 50_000),
  result('supercluster', 50_000, {mapPainted: 200, listPainted: undefined}),
  result('markercluster', 50_000, {mapPainted: 1500, category: 1500, firstSearch: 80}),
  {...result('ours', 50_000, {mapPainted: 9000}), throttle: 4},
];

const promised = (name: string) => promisesOf(results).find(one => one.name === name)!;

describe('the promises of the map', () => {
  it('are ratios to the peers with as many places at full speed', () => {
    assert.equal(promised('50,000: first map, markercluster ÷ ours').value, 5);
    assert.equal(promised('50,000: first map, ours ÷ supercluster').value, 1.5);
    assert.equal(promised('50,000: a category, markercluster ÷ ours').value, 50);
    assert.equal(promised('50,000: the first search, markercluster ÷ ours').value, 2);
    assert.equal(promised('50,000: slowest filter').value, 45);
  });

  it('hold, are missed, or were not measured', () => {
    assert.equal(verdictOf(promised('50,000: first map, markercluster ÷ ours')), 'holds');
    assert.equal(verdictOf(promised('50,000: first map, ours ÷ supercluster')), 'missed');
    assert.equal(verdictOf(promised('100,000: memory')), 'not measured');
    assert.ok(promisesOf([]).every(one => verdictOf(one) === 'not measured'));
  });
});

describe('the tables of the map', () => {
  it('are one for each data set and speed, with a dash for what somebody does not have', () => {
    const [full, slow, weight] = tablesOf(
      [...results, {...result('leaflet', 50_000), figures: undefined as never}],
      33.14,
    );
    assert.equal(full?.title, '50000 generated, CPU ×1');
    assert.deepEqual(
      full.rows.map(([name, list]) => [name, list]),
      [
        ['ours', 700],
        ['supercluster', '–'],
        ['markercluster', 700],
        ['leaflet', '–'],
      ],
    );
    assert.equal(slow?.rows.length, 1);
    assert.deepEqual(weight?.rows, [['Google’s extended component library', 33.1]]);
  });
});
