import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it, type TestContext} from 'node:test';
import {runStep, type StepResult} from '../../src/test/run-step.js';
import {totalLine} from '../../src/test/main.js';
import {readOnly} from '../../src/test/options.js';
import {browserTestsAgain, chooseEngines, type Step} from '../../src/test/steps.js';
import {folderWith} from '../helpers.js';

/** Runs a step whose command is this JavaScript. */
function run(test: TestContext, code: string, more: Partial<Step> = {}): Promise<StepResult> {
  const command: Step['command'] = () => [process.execPath, '-e', code];
  return runStep({name: 'a', command, ...more}, folderWith(test, {}));
}

const leave = (counts: object): string =>
  `fs.writeFileSync(process.env.LOCAL_WIDGETS_COUNTS, '${JSON.stringify(counts)}');`;

describe('a step of npm test', () => {
  it('counts as one test', async test => {
    const {counts} = await run(test, '');
    assert.deepEqual(counts, {passed: 1, failed: 0, skipped: 0});
  });

  it('fails with the exit code and keeps all output', async test => {
    const {counts, output, log} = await run(
      test,
      'console.log(1); console.error(2); process.exit(3)',
    );
    assert.deepEqual(counts, {passed: 0, failed: 1, skipped: 0});
    assert.equal(output, '1\n2\n');
    assert.equal(readFileSync(log, 'utf8'), output);
  });

  it('fails when a signal ends it', async test => {
    const {counts, output} = await run(test, 'process.kill(process.pid, "SIGKILL")');
    assert.equal(counts.failed, 1);
    assert.match(output, /Ended by SIGKILL/);
  });

  it('fails when its command cannot be put together or started', async test => {
    const broken = (): never => {
      throw new Error('not installed');
    };
    assert.match((await run(test, '', {command: broken})).output, /not installed/);
    const missing = await run(test, '', {command: () => ['no-such-program-here']});
    assert.equal(missing.counts.failed, 1);
    assert.match(missing.output, /did not start/);
  });

  it('takes the counts it leaves', async test => {
    const left = {passed: 4, failed: 0, skipped: 2};
    const {counts} = await run(test, leave(left), {counts: true, leftOut: ['no webkit']});
    assert.deepEqual(counts, {passed: 4, failed: 0, skipped: 3});
  });

  it('fails when it should have counted and ran no test', async test => {
    for (const code of ['', leave({passed: 0, failed: 0, skipped: 5}), leave({passed: 'x'})]) {
      const {counts, output} = await run(test, code, {counts: true});
      assert.equal(counts.failed, 1);
      assert.match(output, /No test ran/);
    }
  });

  it('has a failure whenever its exit code says so', async test => {
    const code = `${leave({passed: 4, failed: 0, skipped: 0})} process.exitCode = 1`;
    const {counts} = await run(test, code, {counts: true});
    assert.deepEqual(counts, {passed: 4, failed: 1, skipped: 0});
  });

  const failure = {name: 'suite > loses a key', file: 'a.browser.test.ts', engine: 'firefox'};
  const failing = leave({passed: 4, failed: 1, skipped: 0, failures: [failure]});
  const again =
    (code: string): NonNullable<Step['again']> =>
    ([first]) => ({command: () => [process.execPath, '-e', code], env: {FILE: first!.file!}});

  it('names what failed', async test => {
    const {failures, unsteady} = await run(test, failing, {counts: true});
    assert.deepEqual(failures, [failure]);
    assert.deepEqual(unsteady, []);
    assert.deepEqual((await run(test, 'process.exit(1)')).failures, [{name: 'see above'}]);
  });

  it('passes when what failed passes by itself, and names it all the same', async test => {
    const code = `console.log(process.env.FILE); ${leave({passed: 2, failed: 0, skipped: 0})}`;
    const result = await run(test, failing, {counts: true, again: again(code)});
    assert.deepEqual(result.counts, {passed: 5, failed: 0, skipped: 0});
    assert.deepEqual(result.failures, []);
    assert.deepEqual(result.unsteady, [failure]);
    assert.match(result.output, /a\.browser\.test\.ts/);
  });

  it('fails when what failed fails again, or does not run', async test => {
    for (const code of [failing, '', 'process.exit(1)']) {
      const result = await run(test, failing, {counts: true, again: again(code)});
      assert.deepEqual(result.counts, {passed: 4, failed: 1, skipped: 0});
      assert.deepEqual(result.failures, [failure]);
      assert.deepEqual(result.unsteady, []);
    }
  });

  it('runs a few browser tests again, not many, and none without a file', () => {
    const inFile = (file: string) => ({...failure, file});
    const few = browserTestsAgain([inFile('a'), inFile('a'), {...inFile('b'), engine: 'webkit'}]);
    assert.deepEqual(few!.command().slice(2), ['--files', 'a', '--files', 'b']);
    assert.deepEqual(few!.env, {BROWSERS: 'firefox,webkit'});
    assert.equal(browserTestsAgain('a b c d e f g'.split(' ').map(inFile)), undefined);
    assert.equal(browserTestsAgain([{name: 'see above'}]), undefined);
  });
});

describe('the command line of npm test', () => {
  const steps = [{name: 'build'}, {name: 'unit'}, {name: 'types'}];

  it('chooses steps and keeps their order', () => {
    assert.deepEqual(readOnly(['--only=types, build'], steps), [{name: 'build'}, {name: 'types'}]);
    assert.deepEqual(readOnly([], steps), steps);
  });

  it('refuses unknown steps', () => {
    assert.throws(
      () => readOnly(['--only=tpyes'], steps),
      /"tpyes"; there are: build, unit, types/,
    );
  });

  it('ends with a line that machines read', () => {
    assert.equal(totalLine({passed: 3, failed: 0, skipped: 0}), '3 passed, 0 failed');
    assert.equal(totalLine({passed: 3, failed: 1, skipped: 2}), '3 passed, 1 failed, 2 skipped');
  });

  it('runs every installed engine and names the others', async () => {
    const found = await chooseEngines(undefined, name =>
      Promise.resolve(name === 'webkit' ? {missing: 'not on this system.'} : {path: '/x'}),
    );
    assert.deepEqual(found.engines, ['chromium', 'firefox']);
    assert.deepEqual(found.leftOut, ['no tests in webkit: not on this system.']);
  });

  it('leaves out none that BROWSERS names', async () => {
    const {engines} = await chooseEngines('webkit, chromium', () =>
      Promise.resolve({missing: 'nothing is installed.'}),
    );
    assert.deepEqual(engines, ['webkit', 'chromium']);
  });
});
