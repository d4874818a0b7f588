import {isatty} from 'node:tty';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter, type TestRunnerConfig} from '@web/test-runner';
import {launchersFor, parseEngines} from '../browsers/engines.js';
import {root} from '../root.js';
import {testMiddleware} from '../testing/middleware.js';
import {touch} from '../testing/touch.js';
import {countReporter} from './count-reporter.js';
import {mediaFeatures} from './media-features.js';
import {reactModules} from './react-modules.js';
import {resolveSources} from './resolve-sources.js';

/** The configuration of the component tests; BROWSERS says in which engines they run. */
export async function browserTestConfig(): Promise<TestRunnerConfig> {
  return {
    rootDir: root,
    files: `${root}/packages/*/test/**/*.browser.test.ts`,
    hostname: '127.0.0.1',
    browsers: await launchersFor(parseEngines(process.env['BROWSERS'])),
    // One page at a time in each browser: only the page in front has the keyboard focus.
    concurrency: 1,
    concurrentBrowsers: 2,
    browserStartTimeout: 90_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 300_000,
    testFramework: {config: {timeout: '15000'}},
    // "production" keeps out Lit's warning about its development mode.
    nodeResolve: {exportConditions: ['production', 'default']},
    middleware: [testMiddleware],
    plugins: [
      resolveSources(root),
      reactModules(root),
      esbuildPlugin({ts: true, target: 'es2021', tsconfig: `${root}/tsconfig.base.json`}),
      mediaFeatures(),
      touch(),
    ],
    reporters: [defaultReporter({reportTestProgress: isatty(1)}), countReporter()],
  };
}
