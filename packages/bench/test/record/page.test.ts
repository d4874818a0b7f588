import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {HistoryEntry} from '../../src/record/history.js';
import {pageOf} from '../../src/record/page.js';
import type {BenchRecord} from '../../src/record/record.js';

const record: BenchRecord = {
  topic: 'map',
  title: 'The map',
  date: '2026-11-29',
  command: 'npm run bench -- map --rounds 2',
  machine: {
    processor: 'AMD EPYC',
    cores: 2,
    memory: 8e9,
    system: 'Linux 6.1',
    node: 'v24.0.0',
    browser: 'Chrome/156',
    load: 1.5,
  },
  versions: {leaflet: '1.9.4'},
  rounds: 2,
  promises: [
    {name: 'first map', value: 5.678, unit: '×', atLeast: 5},
    {name: 'memory', value: 70, unit: 'MB', atMost: 60},
    {name: 'rows', value: NaN, unit: '', atMost: 50},
  ],
  tables: [{title: '10,000 places', columns: ['contender', 'map'], rows: [['a|b', 1234.5]]}],
  notes: ['Fair <enough>.'],
};
const run: HistoryEntry = {
  date: '2026-11-29',
  topic: 'map',
  load: 1.5,
  version: '0.0.0',
  commit: '',
  figures: {'first map': 5.678},
};

describe('the page of the benchmarks', () => {
  const page = pageOf([record], [{...run, date: '2026-10-01', figures: {'first map': 6}}, run]);

  it('tells when, where, how and against whom', () => {
    assert.match(
      page,
      /2026-11-29, 2 cores of AMD EPYC, 8 GB, Linux 6\.1, Node v24\.0\.0, Chrome\/156\./,
    );
    assert.match(page, /when it ended: 1\.5\./);
    assert.match(page, /`npm run bench -- map --rounds 2`, medians of 2 rounds/);
    assert.match(page, /leaflet 1\.9\.4/);
  });

  it('judges each promise beside its bound and the run before', () => {
    assert.match(page, /\| first map \| 5\.68 × \| at least 5 × \| holds \| 6 × \(2026-10-01\) \|/);
    assert.match(page, /\| memory \| 70 MB \| at most 60 MB \| missed \| {2}\|/);
    assert.match(page, /\| rows \| – \| at most 50 \| not measured \| {2}\|/);
  });

  it('shows tables and notes as text', () => {
    assert.match(page, /\| a\\\|b \| 1,234\.5 \|/);
    assert.match(page, /- Fair \\<enough\\>\./);
  });
});
