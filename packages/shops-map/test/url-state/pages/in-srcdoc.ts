import {bakery, farm} from '../../places.js';
import {putHost} from '../url-host.js';

/** Filters in a page that may not change its address, and tells the page around what happened. */
const said: string[] = [];
console.warn = (...words: unknown[]) => said.push(words.map(String).join(' '));
const {host, waits} = putHost(host => (host.urlState = 'carte'));
host.shops.setPlaces([bakery, farm], {});

async function filter(): Promise<void> {
  for (const text of ['alizés', 'pont']) {
    await host.updateComplete;
    host.shops.filter({text});
    await host.updateComplete;
    waits.end();
  }
  parent.postMessage({said, text: host.shops.filters.text}, '*');
}

void filter();
