import {defineLeaky} from './leaky.js';
import {startCounting} from './measure-work.js';
import {startRounds} from './rounds.js';

defineLeaky();
startRounds();
startCounting();
