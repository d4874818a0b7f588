import {expect} from '@open-wc/testing';
import {FeedError, loadFeed, type FeedErrorCode, type FeedOptions} from '../../src/index.js';
import {recordingEnvironment, type RecordingEnvironment} from './recording-environment.js';

const feed = (name: string): string => `/__feeds/${name}`;
const absolute = (name: string): string => new URL(feed(name), location.href).href;
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
/** Counts of the test server are kept by key; this run's are its own. */
const freshKey = (): string => crypto.randomUUID();

describe('loadFeed', () => {
  let environment: RecordingEnvironment;

  beforeEach(() => {
    environment = recordingEnvironment();
  });

  const load = (address: string, options: FeedOptions = {}): ReturnType<typeof loadFeed> =>
    loadFeed(address, {environment, ...options});

  async function failure(address: string, options: FeedOptions = {}): Promise<FeedError> {
    try {
      await load(address, options);
    } catch (error) {
      if (error instanceof FeedError) return error;
      throw error;
    }
    return expect.fail(`${address} was loaded`);
  }

  async function expectFailure(
    address: string,
    code: FeedErrorCode,
    message: string | RegExp,
    options: FeedOptions = {},
  ): Promise<FeedError> {
    const error = await failure(address, options);
    expect(error.code).to.equal(code);
    if (typeof message === 'string') expect(error.message).to.equal(message);
    else expect(error.message).to.match(message);
    return error;
  }

  describe('with a feed that answers', () => {
    it('gives its bytes and its address, after one request', async () => {
      const {bytes, url} = await load(feed('geojson?n=3'));
      const places = JSON.parse(decode(bytes)) as {features: unknown[]};
      expect(places.features).to.have.lengthOf(3);
      expect(url).to.equal(absolute('geojson?n=3'));
      expect(environment.requests).to.deep.equal(['GET']);
      expect(environment.waits).to.be.empty;
    });

    it('hands over what has arrived to who wants it, once that is ready', async () => {
      const address = feed('geojson?n=3000');
      const taken: Uint8Array<ArrayBuffer>[] = [];
      const calls: [count: number, url: string][] = [];
      let isReady = false;
      const {bytes} = await load(address, {
        onBytes: (count, chunks, url) => {
          calls.push([count, url]);
          if (calls.length === 1)
            return new Promise<void>(resolve => setTimeout(resolve, 20)).then(
              () => (isReady = true),
            );
          expect(isReady).to.equal(true);
          return taken.push(...chunks.splice(0));
        },
      });
      expect(bytes, 'nothing is left').to.have.lengthOf(0);
      const whole = await (await fetch(address)).text();
      expect(await new Blob(taken).text()).to.equal(whole);
      expect(calls.map(([, url]) => url).every(url => url === absolute('geojson?n=3000'))).to.equal(
        true,
      );
      expect(calls.at(-1)?.[0]).to.equal(new TextEncoder().encode(whole).length);
    });

    it('keeps what nobody takes', async () => {
      const counts: number[] = [];
      const {bytes} = await load(feed('geojson?n=3'), {onBytes: count => counts.push(count)});
      expect(counts.at(-1)).to.equal(bytes.length);
    });

    it('loads from another site that allows it, without asking twice', async () => {
      const origin = await (await fetch(feed('other-origin'))).text();
      const {bytes, url} = await load(`${origin}/places.geojson`);
      expect(decode(bytes)).to.match(/^\{"type":"FeatureCollection"/);
      expect(url).to.equal(`${origin}/places.geojson`);
      expect(environment.requests).to.deep.equal(['GET']);
    });

    it('reads a large feed whole, from many pieces', async () => {
      const {bytes} = await load(feed('huge?mb=3'));
      const text = decode(bytes);
      expect(bytes.length).to.be.greaterThan(3e6);
      expect(text).to.match(/^\{"type":"FeatureCollection"/);
      expect(text.slice(-2)).to.equal(']}');
    });

    it('leaves an empty answer and a page of a hotel Wi-Fi to its reader', async () => {
      expect((await load(feed('empty'))).bytes).to.have.lengthOf(0);
      expect(decode((await load(feed('html'))).bytes)).to.include('<title>Wi-Fi</title>');
      expect(environment.requests).to.deep.equal(['GET', 'GET']);
    });

    it('works in the browser as it is, without a test environment', async () => {
      const {bytes} = await loadFeed(feed('no-places'));
      expect(decode(bytes)).to.equal('{"type":"FeatureCollection","features":[]}');
    });
  });

  describe('with an address that cannot be one', () => {
    const addresses = [
      '',
      'http://[broken',
      'https://',
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:application/json,{}',
      'blob:http://127.0.0.1/1',
      'file:///etc/passwd',
      'http://user:secret@127.0.0.1/',
    ];
    for (const address of addresses) {
      it(`refuses ${JSON.stringify(address)} before any request`, async () => {
        await expectFailure(
          address,
          'bad-address',
          `"${address}" is not an http or https address without a user name.`,
        );
        expect(environment.requests).to.be.empty;
      });
    }
  });

  describe('with a status other than 2xx', () => {
    it('says not-found for 404, and does not insist', async () => {
      const address = absolute('404');
      const message = `${address} answered with HTTP status 404.`;
      const error = await expectFailure(feed('404'), 'not-found', message);
      expect(error.status).to.equal(404);
      expect(error.retryAfter).to.equal(undefined);
      expect(environment.requests).to.deep.equal(['GET']);
    });

    it('tries 500 three times, with growing waits', async () => {
      const message = `${absolute('500')} answered with HTTP status 500.`;
      const error = await expectFailure(feed('500'), 'http', message);
      expect(error.status).to.equal(500);
      expect(environment.requests).to.deep.equal(['GET', 'GET', 'GET']);
      expect(environment.waits).to.deep.equal([200, 800]);
    });

    it('tries as often as it is told', async () => {
      await failure(feed('500'), {attempts: 1});
      expect(environment.requests).to.have.lengthOf(1);
      await failure(feed('500'), {attempts: 5});
      expect(environment.waits).to.deep.equal([200, 800, 3200, 12_800]);
    });

    it('gets through when a server is only down for a moment', async () => {
      const {bytes} = await load(feed(`503-then-ok?key=${freshKey()}`));
      expect(bytes.length).to.be.greaterThan(0);
      expect(environment.requests).to.deep.equal(['GET', 'GET', 'GET']);
    });

    it('gives up when the server is down for longer', async () => {
      const error = await failure(feed(`503-then-ok?key=${freshKey()}`), {attempts: 2});
      expect([error.code, error.status]).to.deep.equal(['http', 503]);
    });

    it('waits as long as 429 asks, and a random moment more', async () => {
      await load(feed(`429?key=${freshKey()}&retry-after=2`));
      expect(environment.waits).to.deep.equal([2200]);
    });

    it('says busy when 429 stays', async () => {
      const message = `${absolute('429')} answered with HTTP status 429 and asks to wait 1 s.`;
      const error = await expectFailure(feed('429'), 'busy', message);
      expect(error.retryAfter).to.equal(1);
      expect(environment.waits).to.deep.equal([1200, 1800]);
    });

    it('leaves a server alone that asks for a long wait', async () => {
      const error = await expectFailure(feed('429?retry-after=11'), 'busy', /asks to wait 11 s\.$/);
      expect(error.retryAfter).to.equal(11);
      expect(environment.requests).to.deep.equal(['GET']);
    });

    it('waits a usual moment when the wait is a date or nonsense', async () => {
      const date = encodeURIComponent('Wed, 21 Oct 2026 07:28:00 GMT');
      for (const retryAfter of [date, '-5', 'soon', '1e9']) {
        const error = await failure(feed(`429?retry-after=${retryAfter}`), {attempts: 2});
        expect([error.code, error.retryAfter]).to.deep.equal(['busy', undefined]);
      }
      expect(environment.waits).to.deep.equal([200, 200, 200, 200]);
    });

    /** Answers that the test server does not give. */
    const answering = (status: number, headers: Record<string, string>): FeedOptions => ({
      environment: recordingEnvironment(() => Promise.resolve(new Response('', {status, headers}))),
    });

    it('says not-found for 410, http for other refusals', async () => {
      expect((await failure('/', answering(410, {}))).code).to.equal('not-found');
      expect((await failure('/', answering(403, {}))).code).to.equal('http');
    });

    it('says busy for a 503 with a wait, http for one without', async () => {
      const error = await failure('/', answering(503, {'retry-after': '3'}));
      expect([error.code, error.status, error.retryAfter]).to.deep.equal(['busy', 503, 3]);
      expect((await failure('/', answering(503, {}))).code).to.equal('http');
    });
  });

  describe('with a feed that stalls', () => {
    it('says timeout when there is no answer, and does not insist', async () => {
      const message = `${absolute('hang')} sent nothing for 0.05 s.`;
      await expectFailure(feed('hang'), 'timeout', message, {stallTimeout: 50});
      expect(environment.requests).to.deep.equal(['GET']);
    });

    it('says timeout when an answer begins and goes no further', async () => {
      const message = `${absolute('slow-body')} sent nothing for 0.05 s.`;
      await expectFailure(feed('slow-body'), 'timeout', message, {stallTimeout: 50});
    });
  });

  describe('with a feed that is too large', () => {
    it('cuts the connection at the limit', async () => {
      const {body, ...spying} = spiedBody();
      const spied = recordingEnvironment(spying.fetch);
      const message = `${absolute('huge')} is larger than the limit of 0.2 MB.`;
      await expectFailure(feed('huge'), 'too-large', message, {maxBytes: 2e5, environment: spied});
      expect(spied.requests).to.deep.equal(['GET']);
      await body.over;
      expect(body.received).to.be.lessThan(20e6);
    });

    it('accepts exactly the limit', async () => {
      const {bytes} = await load(feed('geojson'));
      const maxBytes = bytes.length;
      expect((await load(feed('geojson'), {maxBytes})).bytes).to.have.lengthOf(maxBytes);
      await expectFailure(feed('geojson'), 'too-large', /larger than/, {maxBytes: maxBytes - 1});
    });

    it('stops at 50 MB when it is not told', async () => {
      await expectFailure(feed('huge?mb=60'), 'too-large', /larger than the limit of 50 MB\.$/);
    });

    it('believes a server that declares too much', async () => {
      const message = `${absolute('huge-declared')} is larger than the limit of 50 MB.`;
      await expectFailure(feed('huge-declared'), 'too-large', message);
    });
  });

  describe('with a connection that breaks', () => {
    it('says so, after three attempts', async () => {
      const error = await expectFailure(
        feed('cut-connection'),
        'unreachable',
        /\/cut-connection broke off before its end \(.+\)\.$/,
      );
      expect(error.status).to.equal(200);
      expect(environment.requests).to.deep.equal(['GET', 'GET', 'GET']);
    });

    it('says unreachable for redirects in circles', async () => {
      const message = /\/redirect-loop could not be reached \(.+\)\.$/;
      await expectFailure(feed('redirect-loop'), 'unreachable', message);
      expect(environment.requests).to.deep.equal(['GET', 'GET', 'GET', 'probe']);
    });
  });

  describe('when it is aborted', () => {
    const reason = new Error('the element left the page');

    async function rejection(loading: Promise<unknown>): Promise<unknown> {
      try {
        await loading;
      } catch (error) {
        return error;
      }
      return expect.fail('it was loaded');
    }

    it('rejects with the reason before it begins', async () => {
      const signal = AbortSignal.abort(reason);
      expect(await rejection(load(feed('geojson'), {signal}))).to.equal(reason);
    });

    it('rejects with the reason while it waits for an answer', async () => {
      const control = new AbortController();
      const loading = rejection(load(feed('hang'), {signal: control.signal}));
      control.abort(reason);
      expect(await loading).to.equal(reason);
      expect(environment.requests).to.deep.equal(['GET']);
    });

    it('rejects with the reason while it reads', async () => {
      const control = new AbortController();
      const {body, ...spying} = spiedBody();
      const spied = recordingEnvironment(spying.fetch);
      const options = {signal: control.signal, environment: spied};
      const loading = rejection(load(feed('huge'), options));
      await body.begun;
      control.abort(reason);
      expect(await loading).to.equal(reason);
      await body.over;
      expect(body.received).to.be.lessThan(50e6);
      expect(spied.requests).to.deep.equal(['GET']);
    });

    it('rejects with the reason between two attempts, also in the browser', async () => {
      const control = new AbortController();
      const {sleep} = await import('../../src/feed/environment.js').then(m => m.browserEnvironment);
      const waiting = {
        ...environment,
        sleep: (ms: number, signal: AbortSignal) => {
          const sleeping = sleep(ms + 60_000, signal);
          control.abort(reason);
          return sleeping;
        },
      };
      const options = {signal: control.signal, environment: waiting};
      expect(await rejection(load(feed('500'), options))).to.equal(reason);
      expect(environment.requests).to.deep.equal(['GET']);
    });
  });
});

interface Body {
  received: number;
  /** The first bytes arrived. */
  begun: Promise<void>;
  /** Nothing more will arrive. */
  over: Promise<void>;
}

/** A fetch that tells how much of an answer the network brought, whoever reads it. */
function spiedBody(): {fetch: typeof fetch; body: Body} {
  let begin: () => void;
  let end: () => void;
  const body: Body = {
    received: 0,
    begun: new Promise(resolve => (begin = resolve)),
    over: new Promise(resolve => (end = resolve)),
  };
  const watched: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const [watchedCopy, copy] = response.body!.tee();
    void (async () => {
      const reader = watchedCopy.getReader();
      try {
        for (;;) {
          const {done, value} = await reader.read();
          if (done) break;
          body.received += value.length;
          begin();
        }
      } catch {
        // cut off, as it should be
      }
      end();
    })();
    const answer = new Response(copy, {status: response.status, headers: response.headers});
    return Object.defineProperty(answer, 'url', {value: response.url});
  };
  return {fetch: watched, body};
}
