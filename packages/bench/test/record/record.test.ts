import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {machine} from '../../src/record/machine.js';
import {verdictOf, type BenchRecord} from '../../src/record/record.js';
import {promiseLines, readRecord, saveRecord} from '../../src/record/save.js';

describe('verdictOf', () => {
  const ratio = {name: 'first map', unit: '×'};

  it('holds at the bound itself', () => {
    assert.equal(verdictOf({...ratio, value: 5, atLeast: 5}), 'holds');
    assert.equal(verdictOf({...ratio, value: 1.3, atMost: 1.3}), 'holds');
  });

  it('is missed on the wrong side', () => {
    assert.equal(verdictOf({...ratio, value: 4.99, atLeast: 5}), 'missed');
    assert.equal(verdictOf({...ratio, value: 1.31, atMost: 1.3}), 'missed');
  });

  it('says when there was no peer', () => {
    assert.equal(verdictOf({...ratio, value: NaN, atLeast: 5}), 'not measured');
  });
});

describe('a record', () => {
  it('comes back as it was saved, with what could not be measured', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-record-'));
    const record: BenchRecord = {
      topic: 'map',
      title: 'The map',
      date: '2026-11-29',
      command: 'npm run bench -- map',
      machine: machine(),
      versions: {leaflet: '1.9.4'},
      rounds: 3,
      promises: [{name: 'first map', value: NaN, unit: '×', atLeast: 5}],
      tables: [{title: '10,000 places', columns: ['contender', 'map'], rows: [['ours', 12]]}],
      notes: [],
    };
    try {
      await saveRecord(record, folder);
      assert.deepEqual(await readRecord('map', folder), record);
    } finally {
      await rm(folder, {recursive: true});
    }
  });

  it('tells each promise in a line', () => {
    const lines = promiseLines([
      {name: 'first map', value: 5.678, unit: '×', atLeast: 5},
      {name: 'rows', value: NaN, unit: '', atMost: 50},
    ]);
    assert.deepEqual(lines, [
      'holds         first map: 5.68 × (at least 5)',
      'not measured  rows: – (at most 50)',
    ]);
  });
});
