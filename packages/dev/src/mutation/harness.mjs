/**
 * Stands for `node:test` in a bundled test, so that thousands of runs share one process: what takes long in a test of a
 * tenth of a second is to start Node and load libraries. It knows what our tests use.
 *
 * The tests of a file are collected by `collect`, and run one after the other by `run`.
 */
let suite;

const names = (parent, name) => (parent?.name ? `${parent.name} > ${name}` : name);

/** @returns a suite of its own for a file, with what it holds when `load` is done */
export async function collect(load) {
  const file = newSuite(undefined, '');
  suite = file;
  await load();
  for (const group of file.groups) await define(group);
  return file;
}

/**
 * Runs tests in their order, with the hooks of their suites.
 *
 * @param isAsked for a test by its name
 * @param onTest called with each result: `{name, error, milliseconds}`; true ends the run
 * @param enter called with the name before each test, and with nothing before hooks
 */
export async function run(file, {isAsked, onTest, enter}) {
  if (!file.tests.some(isAskedIn)) return false;
  let isOver = false;
  enter(undefined);
  try {
    for (const hook of file.before) await hook();
  } catch (error) {
    isOver = onTest({name: firstIn(file), error, milliseconds: 0});
  }
  for (const test of isOver ? [] : file.tests) {
    isOver = test.tests ? await run(test, {isAsked, onTest, enter}) : await runTest(file, test);
    if (isOver) break;
  }
  enter(undefined);
  for (const hook of file.after) await hook();
  return isOver;

  function isAskedIn(test) {
    return test.tests ? test.tests.some(isAskedIn) : isAsked(test.name);
  }

  async function runTest(parent, test) {
    if (!isAsked(test.name)) return false;
    const start = performance.now();
    let error;
    enter(test.name);
    const hooks = kind => [...parentsOf(parent)].flatMap(one => one[kind]);
    try {
      for (const hook of hooks('beforeEach')) await hook();
      await test.run({name: test.name, diagnostic() {}});
    } catch (caught) {
      error = caught ?? new Error('nothing was thrown');
    }
    for (const hook of hooks('afterEach')) await hook();
    return onTest({name: test.name, error, milliseconds: performance.now() - start});
  }
}

function firstIn(group) {
  const [first] = group.tests;
  return first.tests ? firstIn(first) : first.name;
}

function parentsOf(group) {
  return group ? [...parentsOf(group.parent), group] : [];
}

function newSuite(parent, name, body) {
  const hooks = {before: [], after: [], beforeEach: [], afterEach: []};
  return {parent, name: names(parent, name), body, tests: [], groups: [], ...hooks};
}

async function define(group) {
  suite = group;
  await group.body();
  for (const inner of group.groups) await define(inner);
}

const isLeftOut = options => Boolean(options.skip || options.todo);

function readArguments(name, options, body) {
  if (typeof name === 'function') return {name: name.name, options: {}, body: name};
  return typeof options === 'function' ? {name, options: {}, body: options} : {name, options, body};
}

export function describe(...given) {
  const {name, options, body} = readArguments(...given);
  if (isLeftOut(options)) return;
  const group = newSuite(suite, name, body);
  suite.groups.push(group);
  suite.tests.push(group);
}

export function it(...given) {
  const {name, options, body} = readArguments(...given);
  if (!isLeftOut(options)) suite.tests.push({name: names(suite, name), run: body});
}

export const before = hook => void suite.before.push(hook);
export const after = hook => void suite.after.push(hook);
export const beforeEach = hook => void suite.beforeEach.push(hook);
export const afterEach = hook => void suite.afterEach.push(hook);
