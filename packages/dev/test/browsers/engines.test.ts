import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {chromiumArgs} from '../../src/browsers/chromium.js';
import {launchersFor, parseEngines} from '../../src/browsers/engines.js';
import {findExecutable} from '../../src/browsers/find-executable.js';

describe('the variable BROWSERS', () => {
  it('means Chromium when empty', () => {
    assert.deepEqual(parseEngines(undefined), ['chromium']);
    assert.deepEqual(parseEngines(' , '), ['chromium']);
  });

  it('lists engines once each', () => {
    assert.deepEqual(parseEngines('webkit, Firefox,webkit'), ['webkit', 'firefox']);
  });

  it('refuses what is no engine', () => {
    assert.throws(() => parseEngines('safari'), /known engines: chromium, firefox, webkit/);
    assert.throws(() => parseEngines('toString'), /known engines/);
  });

  it('makes a missing engine a failure', async test => {
    const {CHROME_PATH} = process.env;
    process.env['CHROME_PATH'] = '/nowhere/chrome';
    test.after(() => {
      if (CHROME_PATH === undefined) delete process.env['CHROME_PATH'];
      else process.env['CHROME_PATH'] = CHROME_PATH;
    });
    await assert.rejects(launchersFor(['chromium']), /asks for chromium: CHROME_PATH is/);
  });
});

describe('browsers', () => {
  it('are found by name in PATH, and not when they cannot be executed', () => {
    assert.equal(
      findExecutable([undefined, '', 'no-such-browser', process.execPath]),
      process.execPath,
    );
    assert.equal(findExecutable([import.meta.filename]), undefined);
  });

  it('run with the web’s security rules on', () => {
    assert.doesNotMatch(chromiumArgs().join(' '), /web-security|site-isolation|single-process/);
  });
});
