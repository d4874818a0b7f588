import {assert} from '@open-wc/testing';
import {FeedError} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import type {LoadedPlaces, SourceRequest} from '../../src/source/source.js';
import {ViewSource, type ViewState} from '../../src/source/view-source.js';

const town = {west: 0.5, south: 48.4, east: 0.6, north: 48.5};
const elsewhere = {west: 1.5, south: 48.4, east: 1.6, north: 48.5};
const host = {} as HTMLElement;

const answer = (...ids: string[]): LoadedPlaces => ({
  places: ids.map((id): Place => ({
    id,
    name: id,
    geo: {longitude: 0.5, latitude: 48.4},
    categories: ['other'],
  })),
  rejected: [],
  truncated: false,
  format: 'geojson',
  failures: [],
  duplicates: 0,
});

/** One call that a test answers by hand. */
interface Call {
  readonly src: string;
  readonly signal: AbortSignal;
  readonly resolve: (loaded: LoadedPlaces) => void;
  readonly reject: (error: Error) => void;
}

interface Sleep {
  readonly ms: number;
  readonly end: () => void;
  readonly signal: AbortSignal;
}

/** A source whose network and time a test holds in its hands. */
function open(src = '/api?bbox={bbox}') {
  const calls: Call[] = [];
  const sleeps: Sleep[] = [];
  const shown: string[][] = [];
  const states: ViewState['phase'][] = [];
  const source = new ViewSource({
    request: {src, host},
    onPlaces: ({places}) => shown.push(places.map(({id}) => id)),
    onState: ({phase}) => states.push(phase),
    load: ({src, signal}: SourceRequest) =>
      new Promise((resolve, reject) => calls.push({src, signal, resolve, reject})),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        sleeps.push({ms, end: resolve, signal});
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  });
  /** Lets every wait that is still wanted come to its end. */
  const pass = async (): Promise<void> => {
    await rest();
    for (const {end} of sleeps.splice(0)) end();
    await rest();
  };
  return {source, calls, sleeps, shown, states, pass};
}

/** All promises that can settle have settled. */
const rest = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

describe('ViewSource', () => {
  it('asks for what lies around the centre at once, ten kilometres far', async () => {
    const {source, calls, shown, states} = open();
    source.around({longitude: 0.5, latitude: 48.4});
    await rest();
    assert.deepEqual(
      calls.map(({src}) => src),
      ['/api?bbox=0.3103,48.274,0.6897,48.526'],
    );
    calls[0]?.resolve(answer('a'));
    await rest();
    assert.deepEqual(shown, [['a']]);
    assert.deepEqual(states, ['loading', 'ready']);
  });

  it('waits until a view rests, and asks for the last one only', async () => {
    const {source, calls, sleeps, pass} = open();
    source.viewChanged(elsewhere);
    source.viewChanged(town);
    await rest();
    assert.equal(calls.length, 0);
    assert.deepEqual(
      sleeps.map(({ms, signal}) => [ms, signal.aborted]),
      [
        [250, true],
        [250, false],
      ],
    );
    await pass();
    assert.deepEqual(
      calls.map(({src}) => src),
      ['/api?bbox=0.48,48.3799,0.62,48.5201'],
    );
  });

  it('asks for nothing inside what was loaded or is on its way', async () => {
    const {source, calls, states, pass} = open();
    source.viewChanged(town);
    await pass();
    source.viewChanged({...town, west: 0.49});
    await pass();
    assert.equal(calls.length, 1);
    assert.equal(calls[0]?.signal.aborted, false);
    calls[0]?.resolve(answer('a'));
    await rest();
    source.viewChanged({...town, east: 0.61});
    await pass();
    assert.equal(calls.length, 1);
    assert.deepEqual(states, ['loading', 'ready']);
  });

  it('cuts off the request for a view that is left, and drops its answer', async () => {
    const {source, calls, shown, pass} = open();
    source.viewChanged(town);
    await pass();
    source.viewChanged(elsewhere);
    assert.equal(calls[0]?.signal.aborted, true);
    calls[0]?.resolve(answer('late'));
    await pass();
    calls[1]?.resolve(answer('b'));
    await rest();
    assert.deepEqual(shown, [['b']]);
  });

  it('comes to rest when one goes back to what is known while more is on its way', async () => {
    const {source, calls, states, pass} = open();
    source.viewChanged(town);
    await pass();
    calls[0]?.resolve(answer('a'));
    await pass();
    source.viewChanged(elsewhere);
    await pass();
    source.viewChanged(town);
    await rest();
    assert.equal(calls[1]?.signal.aborted, true);
    assert.deepEqual(states, ['loading', 'ready', 'loading', 'ready']);
  });

  it('keeps a pause between two requests', async () => {
    const {source, calls, sleeps} = open();
    source.viewChanged(town);
    sleeps.shift()?.end();
    await rest();
    const pause = sleeps.shift();
    assert.equal(pause?.ms, 1000);
    source.viewChanged(elsewhere);
    sleeps.shift()?.end();
    await rest();
    assert.equal(calls.length, 1);
    pause?.end();
    await rest();
    assert.equal(calls.length, 2);
  });

  it('shows what all views had, each place once', async () => {
    const {source, calls, shown, pass} = open();
    source.viewChanged(town);
    await pass();
    calls[0]?.resolve(answer('a', 'chosen'));
    await pass();
    source.viewChanged({...town, east: 0.7});
    await pass();
    calls[1]?.resolve(answer('b', 'a'));
    await rest();
    assert.deepEqual(shown.at(-1), ['a', 'chosen', 'b']);
  });

  it('keeps what was shown when a later view fails, and tries again when the view moves', async () => {
    const {source, calls, shown, states, pass} = open();
    source.viewChanged(town);
    await pass();
    calls[0]?.resolve(answer('a'));
    await pass();
    source.viewChanged(elsewhere);
    await pass();
    calls[1]?.reject(new FeedError('http', 'HTTP status 500', 500));
    await pass();
    assert.deepEqual(shown, [['a']]);
    assert.equal(states.at(-1), 'failed');
    source.viewChanged(elsewhere);
    await pass();
    assert.equal(calls.length, 3);
  });

  it('leaves a server alone for as long as it asks', async () => {
    const {source, calls, sleeps, pass} = open();
    source.viewChanged(town);
    await pass();
    await pass();
    calls[0]?.reject(new FeedError('busy', 'HTTP status 429', 429, 60));
    await rest();
    assert.deepEqual(
      sleeps.map(({ms}) => ms),
      [60_000],
    );
  });

  it('asks again at another zoom only where the address tells the zoom', async () => {
    const one = open();
    one.source.viewChanged(town, 12);
    await one.pass();
    one.calls[0]?.resolve(answer('a'));
    await one.pass();
    one.source.viewChanged(town, 13);
    await one.pass();
    assert.equal(one.calls.length, 1);

    const other = open('/api?bbox={bbox}&z={zoom}');
    other.source.viewChanged(town, 12);
    await other.pass();
    other.calls[0]?.resolve(answer('a'));
    await other.pass();
    other.source.viewChanged(town, 13.2);
    await other.pass();
    assert.match(other.calls[1]?.src ?? '', /&z=13$/);
  });

  it('cuts off everything when stopped, and works again', async () => {
    const {source, calls, states, pass} = open();
    source.viewChanged(town);
    await pass();
    source.stop();
    assert.equal(calls[0]?.signal.aborted, true);
    calls[0]?.resolve(answer('late'));
    await pass();
    assert.deepEqual(states, ['loading']);
    source.viewChanged(town);
    await pass();
    assert.equal(calls.length, 2);
  });

  it('loads the last view anew when asked to', async () => {
    const {source, calls, shown, pass} = open();
    source.viewChanged(town);
    await pass();
    calls[0]?.resolve(answer('old'));
    await pass();
    source.reload();
    await pass();
    calls[1]?.resolve(answer('new'));
    await rest();
    assert.deepEqual(shown, [['old'], ['new']]);
  });
});
