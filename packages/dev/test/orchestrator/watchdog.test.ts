import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';

const WATCHDOG = fileURLToPath(new URL('../../src/test/watchdog.ts', import.meta.url));

it('a file of tests that stays open is ended by name, and the others keep their results', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'watchdog-'));
  try {
    const open = join(folder, 'open.test.mjs');
    const fine = join(folder, 'fine.test.mjs');
    await writeFile(open, 'setInterval(() => {}, 1000);');
    await writeFile(fine, "import {it} from 'node:test'; it('is fine', () => {});");
    const env = {
      ...process.env,
      NODE_TEST_CONTEXT: undefined,
      LOCAL_WIDGETS_TEST_FILE_LIMIT: '1500',
    };
    const args = [`--import=${WATCHDOG}`, '--test', '--test-reporter=tap', open, fine];
    const [code, output] = await new Promise<[unknown, string]>(resolve => {
      execFile(process.execPath, args, {env}, (error, stdout) => resolve([error?.code, stdout]));
    });
    assert.equal(code, 1);
    assert.match(output, /open\.test\.mjs is still running after 1500 ms: ended\./);
    assert.match(output, /^ok \d+ - is fine$/m);
    assert.match(output, /^# pass 1$/m);
  } finally {
    await rm(folder, {recursive: true});
  }
});
