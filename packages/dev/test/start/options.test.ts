import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseOptions} from '../../src/start/options.js';

describe('the options of npm start', () => {
  it('are all optional, with port 4173, and 4380 for the hub', () => {
    assert.deepEqual(parseOptions([]), {port: 4173, hubPort: 4380, help: false});
  });

  it('take any free port for the hub too when the town does, unless told', () => {
    assert.equal(parseOptions(['--port', '0']).hubPort, 0);
    assert.equal(parseOptions(['--port', '0', '--hub-port', '9001']).hubPort, 9001);
  });

  it('read the folder of the hub', () => {
    assert.equal(parseOptions(['--data', 'town-data']).data, 'town-data');
  });

  it('take the port from the variable PORT, and --port before it', () => {
    assert.equal(parseOptions([], {PORT: '8080'}).port, 8080);
    assert.equal(parseOptions(['--port', '9000'], {PORT: '8080'}).port, 9000);
    assert.equal(parseOptions([], {PORT: ''}).port, 4173);
  });

  it('read places, centre and radius', () => {
    const args = ['--places', 'a.geojson', '--center', '7.41, 43.73', '--radius-km', '2.5'];
    assert.deepEqual(parseOptions(args), {
      port: 4173,
      hubPort: 4380,
      help: false,
      places: 'a.geojson',
      center: '7.41,43.73',
      radiusKm: '2.5',
    });
  });

  it('accept a negative longitude', () => {
    assert.equal(parseOptions(['--center=-4.48,48.39']).center, '-4.48,48.39');
    assert.equal(parseOptions(['--center', '-4.48,48.39']).center, '-4.48,48.39');
  });

  for (const args of [
    ['--port', '99999'],
    ['--port', 'abc'],
    ['--hub-port', '70000'],
    ['--data', ' '],
    ['--center', '43.73'],
    ['--center', '7,43,1'],
    ['--center', 'x,y'],
    ['--center', '200,43'],
    ['--center', '7,'],
    ['--radius-km', '0'],
    ['--radius-km', 'wide'],
    ['--places', ' '],
    ['--palces', 'a.json'],
    ['a.json'],
  ]) {
    it(`refuse ${args.join(' ')}`, () => {
      assert.throws(() => parseOptions(args), TypeError);
    });
  }
});
