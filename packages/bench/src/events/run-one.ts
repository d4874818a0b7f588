import {CONTENDERS, type ContenderName} from './contenders.js';
import {feedOf} from './feed.js';

/** One contender reads one feed once, in a process of its own; what it cost is written as JSON. */
const [name, size] = process.argv.slice(2) as [ContenderName, string];
const feed = feedOf(Number(size));
const before = process.cpuUsage();
const start = performance.now();
const dates = CONTENDERS[name](feed);
const wall = performance.now() - start;
const {user, system} = process.cpuUsage(before);
const memory = process.memoryUsage.rss();
process.stdout.write(JSON.stringify({dates, cpu: (user + system) / 1000, wall, memory}));
