import {register} from 'tsx/esm/api';

// The tools are TypeScript; the test runner itself starts in plain Node.
register();
const {browserTestConfig} = await import('./packages/dev/src/wtr/config.ts');
const {SentenceError} = await import('./packages/dev/src/sentence-error.ts');

let config;
try {
  config = await browserTestConfig();
} catch (error) {
  console.error(error instanceof SentenceError ? error.message : error);
  process.exit(1);
}

export default config;
