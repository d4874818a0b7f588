import {expect} from '@open-wc/testing';
import {FeedError, loadFeed, type FeedOptions} from '../../src/index.js';
import {pageWithPolicy} from './page-with-policy.js';
import {recordingEnvironment, type RecordingEnvironment} from './recording-environment.js';

/** Browsers keep this port closed to pages, as if nobody were there. */
const NOBODY = 'http://127.0.0.1:1/places.geojson';
const THREE_AND_PROBE = ['GET', 'GET', 'GET', 'probe'];

const networkError = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

/** Answers probes in one way and everything else in another. */
function fetching(get: typeof fetch, probe: typeof fetch): RecordingEnvironment {
  return recordingEnvironment((input, init) =>
    (init?.mode === 'no-cors' ? probe : get)(input, init),
  );
}

async function failure(address: string, options: FeedOptions): Promise<FeedError> {
  try {
    await loadFeed(address, options);
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw error;
  }
  return expect.fail(`${address} was loaded`);
}

/** What the browser says when a policy forbids a connection. */
function violation(
  blockedURI: string,
  change: Partial<SecurityPolicyViolationEventInit> = {},
): SecurityPolicyViolationEvent {
  return new SecurityPolicyViolationEvent('securitypolicyviolation', {
    blockedURI,
    disposition: 'enforce',
    documentURI: location.href,
    effectiveDirective: 'connect-src',
    originalPolicy: "connect-src 'self'",
    statusCode: 200,
    violatedDirective: 'connect-src',
    ...change,
  });
}

describe('loadFeed, about a request without an answer', () => {
  let otherOrigin: string;

  before(async () => {
    otherOrigin = await (await fetch('/__feeds/other-origin')).text();
  });

  it('says refused-cors when another site does not allow it', async () => {
    const environment = recordingEnvironment();
    const url = `${otherOrigin}/no-cors/places.geojson`;
    const {code, message} = await failure(url, {environment});
    expect(code).to.equal('refused-cors');
    expect(message).to.equal(
      `${url} does not allow other sites to read it: its server must send Access-Control-Allow-Origin, also on errors such as 404.`,
    );
    expect(environment.requests).to.deep.equal(THREE_AND_PROBE);
  });

  it('says refused-cors when our own address leads to such a site', async () => {
    const foreign = `${otherOrigin}/no-cors/places.geojson`;
    const environment = fetching(networkError, (_, init) => fetch(foreign, init));
    expect((await failure('/feed', {environment})).code).to.equal('refused-cors');
  });

  it('says unreachable when nobody is there', async () => {
    const environment = recordingEnvironment();
    const {code, message, status} = await failure(NOBODY, {environment});
    expect([code, status]).to.deep.equal(['unreachable', undefined]);
    expect(message).to.match(/places\.geojson could not be reached \(TypeError: .+\)\.$/);
    expect(environment.requests).to.deep.equal(THREE_AND_PROBE);
    expect(environment.waits).to.deep.equal([200, 800]);
  });

  it('says unreachable when our own site failed and answers again', async () => {
    const environment = fetching(networkError, fetch);
    expect((await failure('/__feeds/geojson', {environment})).code).to.equal('unreachable');
  });

  it('gets through after a moment without network, and asks nothing else', async () => {
    let requests = 0;
    const environment = recordingEnvironment((input, init) =>
      ++requests < 3 ? networkError() : fetch(input, init),
    );
    const {bytes} = await loadFeed(`${otherOrigin}/places.geojson`, {environment});
    expect(bytes.length).to.be.greaterThan(0);
    expect(environment.requests).to.deep.equal(['GET', 'GET', 'GET']);
  });

  it('does not blame another site whose answer broke off', async () => {
    const broken = (): Promise<Response> => {
      const body = new ReadableStream({
        start: controller => controller.error(new TypeError('network error')),
      });
      return Promise.resolve(new Response(body));
    };
    const environment = fetching(broken, fetch);
    const error = await failure(`${otherOrigin}/places.geojson`, {environment});
    expect([error.code, error.status]).to.deep.equal(['unreachable', 200]);
    expect(error.message).to.include('broke off before its end (TypeError: network error)');
    expect(environment.requests).to.deep.equal(['GET', 'GET', 'GET']);
  });

  it('says offline at once when the browser knows', async () => {
    const environment = recordingEnvironment(networkError);
    Object.defineProperty(navigator, 'onLine', {configurable: true, value: false});
    try {
      const {code, message} = await failure('/feed', {environment});
      expect(code).to.equal('offline');
      expect(message).to.match(/^No network; .+\/feed could not be reached\.$/);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    expect(navigator.onLine).to.equal(true);
    expect(environment.requests).to.deep.equal(['GET']);
  });

  it('sends its question without cookies, past the cache, and reads no answer', async () => {
    let asked: RequestInit | undefined;
    const environment = fetching(networkError, (input, init) => {
      asked = init;
      return fetch(input, init);
    });
    await failure('/__feeds/huge', {environment, attempts: 1});
    expect(asked).to.include({mode: 'no-cors', credentials: 'omit', cache: 'no-store'});
    expect(asked?.signal?.aborted).to.equal(true);
  });

  it('rejects with the reason when it is aborted while it asks', async () => {
    const control = new AbortController();
    const reason = new Error('the element left the page');
    const environment = fetching(networkError, (_, init) => {
      control.abort(reason);
      return fetch('/__feeds/hang', init);
    });
    const outcome = await loadFeed('/feed', {environment, signal: control.signal}).catch(
      (error: unknown) => error,
    );
    expect(outcome).to.equal(reason);
  });

  describe('under a Content-Security-Policy', () => {
    it('says refused-csp when the page forbids it', async () => {
      const url = `${otherOrigin}/places.geojson`;
      const page = await pageWithPolicy('connect-self');
      try {
        expect(await page.failureOf(url)).to.deep.equal({
          code: 'refused-csp',
          message: `This page's Content-Security-Policy forbids ${url}: add ${otherOrigin} to connect-src.`,
        });
      } finally {
        page.close();
      }
    });

    it('says refused-csp for our own site under default-src alone', async () => {
      const page = await pageWithPolicy('default-none');
      try {
        expect(await page.failureOf('/__feeds/geojson')).to.have.property('code', 'refused-csp');
      } finally {
        page.close();
      }
    });

    it('tells other failures as without one', async () => {
      const page = await pageWithPolicy('connect-self');
      try {
        expect(await page.failureOf('/__feeds/404')).to.have.property('code', 'not-found');
        expect(await page.failureOf('/__feeds/redirect-loop')).to.have.property(
          'code',
          'unreachable',
        );
      } finally {
        page.close();
      }
    });

    /** The failure of a feed while the page reports this. */
    const whileReporting = async (event: SecurityPolicyViolationEvent): Promise<FeedError> => {
      const report: typeof fetch = () => {
        document.dispatchEvent(event);
        return networkError();
      };
      return failure(NOBODY, {environment: fetching(networkError, report)});
    };

    it('believes the report of its own address', async () => {
      expect((await whileReporting(violation(NOBODY))).code).to.equal('refused-csp');
    });

    it('is not misled by a policy that only reports', async () => {
      const event = violation(NOBODY, {disposition: 'report'});
      expect((await whileReporting(event)).code).to.equal('unreachable');
    });

    it('is not misled by what else the page forbids', async () => {
      const image = violation(NOBODY, {effectiveDirective: 'img-src'});
      expect((await whileReporting(image)).code).to.equal('unreachable');
      const other = violation('https://tracker.example/collect');
      expect((await whileReporting(other)).code).to.equal('unreachable');
    });
  });
});
