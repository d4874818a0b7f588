import {existsSync, globSync, readFileSync, writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

/**
 * A test runner for Stryker that runs bundled tests in one process, each time from a fresh copy of all their modules.
 *
 * Each `it` is a test, asked alone: tests do not build on each other. What a file does while it is read counts for all
 * tests of it.
 */
class InProcessRunner {
  #files = [];
  #copies = 0;

  capabilities() {
    // every run reads the modules again
    return {reloadEnvironment: true};
  }

  init() {
    this.#files = globSync('packages/*/test/**/*.mutation.mjs').sort();
    process.on('unhandledRejection', error => this.#isStray(error));
    process.on('uncaughtException', error => this.#isStray(error));
  }

  async dryRun() {
    const tests = [];
    const perTest = {};
    for (const file of this.#files) {
      const {results, coverage, shared} = await this.#run(file, {});
      for (const result of results) {
        const test = asResult(file, result);
        tests.push(test);
        perTest[test.id] = sumOf([shared, coverage[test.id] ?? {}]);
      }
    }
    const slow = tests.filter(({timeSpentMs}) => timeSpentMs > SLOW).map(({id}) => id);
    writeFileSync(SLOW_TESTS, JSON.stringify(slow));
    return {status: 'complete', tests, mutantCoverage: {static: {}, perTest}};
  }

  async mutantRun({testFilter, activeMutant, hitLimit}) {
    const slow = new Set(this.#slowTests());
    const ids = testFilter ?? [];
    const asked = [
      ...byFile(ids.filter(id => !slow.has(id))),
      ...byFile(ids.filter(id => slow.has(id))),
    ];
    let nrOfTests = 0;
    for (const [file, names] of asked) {
      const {results, isLimitReached} = await this.#run(file, {
        isAsked: name => names.has(name),
        activeMutant: activeMutant.id,
        hitLimit,
      });
      if (isLimitReached) return {status: 'timeout', reason: 'Hit limit reached'};
      nrOfTests += results.length;
      const failed = results.find(({error}) => error);
      if (failed) {
        const {id, failureMessage} = asResult(file, failed);
        return {status: 'killed', killedBy: [id], failureMessage, nrOfTests};
      }
    }
    return {status: 'survived', nrOfTests};
  }

  /** Another process may have made the first run. */
  #slowTests() {
    return existsSync(SLOW_TESTS) ? JSON.parse(readFileSync(SLOW_TESTS, 'utf8')) : [];
  }

  async #run(file, {isAsked = () => true, activeMutant, hitLimit}) {
    const stryker = (globalThis.__stryker__ ??= {});
    Object.assign(stryker, {activeMutant, hitLimit, hitCount: hitLimit && 0});
    stryker.mutantCoverage = {static: {}, perTest: {}};
    stryker.currentTestId = undefined;
    const results = [];
    const onTest = result => {
      results.push(result);
      return Boolean(result.error && activeMutant !== undefined);
    };
    const enter = name => {
      stryker.currentTestId = name && `${file}#${name}`;
    };
    this.#stray = undefined;
    try {
      const bundle = await import(`${pathToFileURL(resolve(file)).href}?copy=${++this.#copies}`);
      await bundle.runTests({isAsked, onTest, enter});
    } catch (error) {
      results.push({name: 'the file itself', error, milliseconds: 0});
    }
    await new Promise(done => setImmediate(done));
    if (this.#stray) results.push({name: 'the file itself', error: this.#stray, milliseconds: 0});
    const {static: shared, perTest: coverage} = stryker.mutantCoverage;
    const isLimitReached = hitLimit !== undefined && stryker.hitCount > hitLimit;
    return {results, coverage, shared, isLimitReached};
  }

  /** What is thrown where nobody waits for it fails the run that is on. */
  #stray;
  #isStray(error) {
    this.#stray ??= error ?? new Error('nothing was thrown');
  }
}

/** Milliseconds from which a test is asked after the others: most changes are noticed before. */
const SLOW = 50;
const SLOW_TESTS = 'slow-tests.json';

function splitId(id) {
  const at = id.indexOf('#');
  return [id.slice(0, at), id.slice(at + 1)];
}

function byFile(ids) {
  const asked = new Map();
  for (const id of ids) {
    const [file, name] = splitId(id);
    asked.set(file, (asked.get(file) ?? new Set()).add(name));
  }
  return asked;
}

function sumOf(coverages) {
  const sum = {};
  for (const coverage of coverages) {
    for (const [mutant, hits] of Object.entries(coverage)) sum[mutant] = (sum[mutant] ?? 0) + hits;
  }
  return sum;
}

function asResult(file, {name, error, milliseconds}) {
  const fileName = file.replace(/\.mutation\.mjs$/, '.ts');
  const test = {id: `${file}#${name}`, name, fileName, timeSpentMs: milliseconds};
  return error
    ? {...test, status: 'failed', failureMessage: String(error.stack ?? error)}
    : {...test, status: 'success'};
}

export const strykerPlugins = [
  {kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner},
];
