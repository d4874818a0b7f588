import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {testPages} from '../../src/testing/pages.js';
import {folderWith, rawRequest, serve} from '../helpers.js';

const page =
  '<!doctype html><script type="module" src="/local-widgets/loader.js"></script>' +
  '<a href="//example.org/">x</a><local-shops-map src="data/a.json" center="1,2"></local-shops-map>' +
  '<local-collect-button shop="a"></local-collect-button><local-chat shop="b"></local-chat>';

async function start(test: TestContext): Promise<string> {
  const town = folderWith(test, {'index.html': page, 'data/a.json': '{}'});
  const scripts = folderWith(test, {'loader.js': '1'});
  return serve(test, ...testPages({town, scripts}));
}

describe('the page for whole-page tests', () => {
  it('works one folder down', async test => {
    const origin = await start(test);
    const {body, headers} = await rawRequest(origin, '/__page/town/');
    assert.match(body.toString(), /src="\/__page\/town\/local-widgets\/loader\.js"/);
    assert.match(body.toString(), /href="\/\/example\.org\/"/);
    assert.match(
      String(headers['content-security-policy']),
      /trusted-types lit-html local-widgets/,
    );
    for (const path of ['local-widgets/loader.js', 'data/a.json']) {
      assert.equal((await rawRequest(origin, `/__page/town/${path}`)).status, 200);
    }
  });

  it('takes attributes of the map from its address, escaped', async test => {
    const query = new URLSearchParams({src: '/__feeds/hostile', center: '', lang: '"><b>'});
    const {body} = await rawRequest(await start(test), `/__page/town/?${query}`);
    const expected = '<local-shops-map src="/__feeds/hostile" lang="&quot;&gt;&lt;b&gt;">';
    assert.ok(body.toString().includes(expected));
  });

  it('loosens its policy when asked', async test => {
    const origin = await start(test);
    const policy = async (query: string): Promise<string | undefined> => {
      const {headers} = await rawRequest(origin, `/__page/town/?${query}`);
      return headers['content-security-policy']?.toString();
    };
    assert.equal(await policy('csp=none'), undefined);
    assert.doesNotMatch(String(await policy('tt=off')), /trusted-types/);
  });

  it('sends orders to a hub when asked, and may speak with it', async test => {
    const query = new URLSearchParams({hub: 'http://localhost:4380'});
    const {body, headers} = await rawRequest(await start(test), `/__page/town/?${query}`);
    assert.ok(
      body.toString().includes('<local-collect-button shop="a" hub="http://localhost:4380">'),
    );
    assert.ok(body.toString().includes('<local-chat shop="b" hub="http://localhost:4380">'));
    assert.match(
      String(headers['content-security-policy']),
      /connect-src 'self' http:\/\/localhost:4380;/,
    );
  });

  it('leaves out one script file when asked, and serves the others', async test => {
    const origin = await start(test);
    const {body} = await rawRequest(origin, '/__page/town/?without=loader');
    assert.match(body.toString(), /src="\/__page\/town\/without\/loader\/loader\.js"/);
    const status = async (path: string): Promise<number> =>
      (await rawRequest(origin, `/__page/town/without/${path}`)).status;
    assert.equal(await status('loader/loader.js'), 404);
    assert.equal(await status('other/loader.js'), 200);
    assert.equal(await status('other/none.js'), 404);
  });

  it('puts templates inside when asked', async test => {
    const {body} = await rawRequest(await start(test), '/__page/town/?templates');
    assert.match(body.toString(), /<local-shops-map[^>]*><template slot="item">/);
  });

  it('lists the script files', async test => {
    const {body} = await rawRequest(await start(test), '/__page/town/built-files.json');
    assert.deepEqual(JSON.parse(body.toString()), ['loader.js']);
  });
});
