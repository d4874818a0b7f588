// Writes the page: node main.js > index.html; or for another moment: node main.js 2026-06-10T08:00:00Z
import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {townPage} from './page.js';

const read = name => readFile(new URL(`../data/${name}`, import.meta.url), 'utf8');
const [shops, events] = await Promise.all([read('shops.geojson'), read('events.ics')]);
const [moment] = process.argv.slice(2);
const now = moment ? new Date(moment) : new Date();
process.stdout.write(await townPage({shops, events, now}));
