import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  brokenFeed,
  brokenFormats,
  brokenReasons,
  brokenRows,
} from '../../src/testing/broken-rows.js';
import {testFeeds} from '../../src/testing/feeds.js';
import {rawRequest, serve} from '../helpers.js';

describe('a feed with broken rows', () => {
  it('has one in a hundred of 500, each with a reason', () => {
    assert.equal(brokenRows.length, 5);
    assert.equal(brokenReasons.length, brokenRows.length);
    assert.ok(brokenRows.every(row => row < 500));
  });

  it('is served in every format, and in no other', async test => {
    const origin = await serve(test, testFeeds);
    for (const format of brokenFormats) {
      const {status, body} = await rawRequest(origin, `/__feeds/broken?format=${format}`);
      assert.equal(status, 200, format);
      assert.equal(body.toString(), brokenFeed(format), format);
    }
    assert.equal((await rawRequest(origin, '/__feeds/broken?format=constructor')).status, 404);
    assert.equal((await rawRequest(origin, '/__feeds/broken')).status, 404);
  });

  it('breaks positions in each format alike', () => {
    for (const format of brokenFormats) assert.match(String(brokenFeed(format)), /à côté/, format);
    assert.equal(brokenFeed('csv')?.split('\r\n').length, 501);
  });
});
