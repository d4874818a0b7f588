import {goThrough} from '../../../model/test/hostile/go-through.js';
import {hubReaders} from './readers.js';

await goThrough(hubReaders);
