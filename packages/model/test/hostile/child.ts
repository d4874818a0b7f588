import {goThrough} from './go-through.js';
import {hostileReaders} from './readers/index.js';

await goThrough(hostileReaders);
