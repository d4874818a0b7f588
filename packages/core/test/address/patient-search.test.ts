import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {GeocoderError} from '../../src/address/geocoder.js';
import {PatientSearch} from '../../src/address/patient-search.js';
import {limiterOf, RequestLimiter} from '../../src/address/request-limiter.js';
import {SlowGeocoder, Timers, turn} from './world.js';

/** What became of a search: labels, `dropped`, or the code of its error; undefined while it runs. */
class Outcome {
  value: unknown;

  constructor(promise: ReturnType<PatientSearch['find']>) {
    promise.then(
      found => {
        this.value = found?.map(({label}) => label) ?? 'dropped';
      },
      (error: unknown) => {
        this.value = (error as GeocoderError).code;
      },
    );
  }
}

describe('a patient search', () => {
  let timers: Timers;
  let geocoder: SlowGeocoder;
  let holds: boolean[];
  let patient: PatientSearch;
  let limiter: RequestLimiter;

  const find = (...words: Parameters<PatientSearch['find']>): Outcome =>
    new Outcome(patient.find(...words));

  beforeEach(() => {
    timers = new Timers();
    geocoder = new SlowGeocoder();
    limiter = new RequestLimiter(timers.sleep);
    holds = [];
    patient = new PatientSearch(geocoder, {
      sleep: timers.sleep,
      limiter,
      onHold: isHeld => holds.push(isHeld),
    });
  });

  /** Searches and has the answer given at once. */
  async function found(text: string, near?: Parameters<PatientSearch['find']>[1]): Promise<void> {
    find(text, near);
    await timers.pass(1000);
    await geocoder.answer(geocoder.queries.length - 1, text);
  }

  it('waits until nothing was typed for 300 ms', async () => {
    find('nan');
    await timers.pass(299);
    find('nant');
    await timers.pass(299);
    const outcome = find('nante');
    await timers.pass(299);
    assert.deepEqual(geocoder.texts, []);
    await timers.pass(1);
    assert.deepEqual(geocoder.texts, ['nante']);
    await geocoder.answer(0, 'Nantes');
    assert.deepEqual(outcome.value, ['Nantes']);
  });

  it('has nothing to say about fewer than three characters', async () => {
    assert.deepEqual(await patient.find(' na '), []);
    await timers.pass(1000);
    assert.deepEqual(geocoder.texts, []);
  });

  it('aborts the request before, and drops its answer when it comes all the same', async () => {
    const first = find('nantes');
    await timers.pass(300);
    assert.equal(geocoder.queries[0]!.signal.aborted, false);
    const second = find('nancy');
    assert.equal(geocoder.queries[0]!.signal.aborted, true);
    await timers.pass(300);
    await geocoder.answer(1, 'Nancy');
    await geocoder.answer(0, 'Nantes');
    assert.equal(first.value, 'dropped');
    assert.deepEqual(second.value, ['Nancy']);
  });

  it('drops what fails after it was cancelled', async () => {
    const outcome = find('nantes');
    await timers.pass(300);
    patient.cancel();
    await geocoder.fail(0, new GeocoderError('unreachable', 'late'));
    assert.equal(outcome.value, 'dropped');
  });

  it('asks nothing twice, however it is written', async () => {
    await found('Nantes');
    const again = find('  nantes ');
    await turn();
    assert.deepEqual(again.value, ['Nantes']);
    assert.equal(geocoder.queries.length, 1);
  });

  it('asks again from another place, and tells the place to a kilometre only', async () => {
    await found('nantes', {longitude: -1.5512, latitude: 47.2189});
    await found('nantes', {longitude: -1.5549, latitude: 47.2201});
    await found('nantes', {longitude: -1.6512, latitude: 47.2189});
    await found('nantes');
    assert.deepEqual(
      geocoder.queries.map(({near}) => near),
      [
        {longitude: -1.55, latitude: 47.22},
        // the second is within the same kilometre, and its answer known
        {longitude: -1.65, latitude: 47.22},
        undefined,
      ],
    );
  });

  it('keeps fifty answers, those used last', async () => {
    for (let index = 100; index < 150; index++) await found(`rue ${index}`);
    const first = find('rue 100');
    await turn();
    assert.deepEqual(first.value, ['rue 100']);
    await found('rue 150');
    assert.equal(geocoder.queries.length, 51);
    const known = find('rue 100');
    await turn();
    assert.deepEqual(known.value, ['rue 100']);
    find('rue 101');
    await timers.pass(1000);
    assert.equal(geocoder.texts.at(-1), 'rue 101');
  });

  it('remembers no failure', async () => {
    const outcome = find('nantes');
    await timers.pass(300);
    await geocoder.fail(0, new GeocoderError('offline', 'no network'));
    assert.equal(outcome.value, 'offline');
    const again = find('nantes');
    await timers.pass(300);
    await geocoder.answer(1, 'Nantes');
    assert.deepEqual(again.value, ['Nantes']);
  });

  it('calls a foreign error of a plugged geocoder unreachable', async () => {
    const outcome = find('nantes');
    await timers.pass(300);
    await geocoder.fail(0, new TypeError('broken plug'));
    assert.equal(outcome.value, 'unreachable');
  });

  for (const [retryAfter, wait] of [
    [undefined, 5000],
    [12, 12_000],
    [0, 1000],
  ] as const) {
    it(`leaves a busy service alone for ${wait} ms when it asks for ${retryAfter}`, async () => {
      const outcome = find('nantes');
      await timers.pass(300);
      holds.length = 0;
      await geocoder.fail(0, new GeocoderError('busy', '429', retryAfter));
      assert.deepEqual(holds, [true]);
      await timers.pass(wait - 1);
      assert.equal(geocoder.queries.length, 1);
      await timers.pass(1);
      assert.deepEqual(holds, [true, false]);
      await geocoder.answer(1, 'Nantes');
      assert.deepEqual(outcome.value, ['Nantes']);
    });
  }

  it('sends only the last of what was typed during the pause', async () => {
    find('nantes');
    await timers.pass(300);
    await geocoder.fail(0, new GeocoderError('busy', '429'));
    find('nancy');
    await timers.pass(1000);
    const last = find('narbonne');
    await timers.pass(3000);
    assert.equal(holds.at(-1), true);
    await timers.pass(5000);
    assert.deepEqual(geocoder.texts, ['nantes', 'narbonne']);
    await geocoder.answer(1, 'Narbonne');
    assert.deepEqual(last.value, ['Narbonne']);
  });

  it('gives up after a second 429', async () => {
    const outcome = find('nantes');
    await timers.pass(300);
    await geocoder.fail(0, new GeocoderError('busy', '429'));
    await timers.pass(5000);
    await geocoder.fail(1, new GeocoderError('busy', '429'));
    assert.equal(outcome.value, 'busy');
    await timers.pass(60_000);
    assert.equal(geocoder.queries.length, 2);
  });

  it('shares the pause with every search of the page', async () => {
    const other = new SlowGeocoder();
    const neighbour = new PatientSearch(other, {sleep: timers.sleep, limiter});
    find('nantes');
    await timers.pass(300);
    await geocoder.fail(0, new GeocoderError('busy', '429', 5));
    void neighbour.find('nancy');
    await timers.pass(4999);
    assert.deepEqual(other.texts, []);
    await timers.pass(1000);
    assert.deepEqual(other.texts, ['nancy']);
  });

  it('lets requests of one page follow each other, not come together', async () => {
    const others = [new SlowGeocoder(), new SlowGeocoder(), new SlowGeocoder()];
    for (const each of others) {
      void new PatientSearch(each, {sleep: timers.sleep, limiter}).find('nantes');
    }
    const sent = (): number => others.filter(({queries}) => queries.length > 0).length;
    await timers.pass(300);
    assert.equal(sent(), 1);
    await timers.pass(199);
    assert.equal(sent(), 1);
    await timers.pass(1);
    assert.equal(sent(), 2);
    await timers.pass(200);
    assert.equal(sent(), 3);
  });

  it('has one gate for each service on the page', () => {
    assert.equal(limiterOf('a', timers.sleep), limiterOf('a', timers.sleep));
    assert.notEqual(limiterOf('a', timers.sleep), limiterOf('b', timers.sleep));
  });
});
