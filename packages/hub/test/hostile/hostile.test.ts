import {testReaders} from '../../../model/test/hostile/suite.js';
import {hubReaders} from './readers.js';

testReaders('hostile mails and streams', hubReaders, new URL('child.ts', import.meta.url));
