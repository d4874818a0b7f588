import {hostileReaders} from './readers/index.js';
import {testReaders} from './suite.js';

testReaders('hostile feeds', hostileReaders, new URL('child.ts', import.meta.url));
