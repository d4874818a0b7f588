import {register} from 'tsx/esm/api';

// The tools are TypeScript; the test runner itself starts in plain Node.
register();
const {browserTestConfig} = await import('./packages/dev/src/wtr/config.ts');

export default await browserTestConfig();
