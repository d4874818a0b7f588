import type {Browser} from 'puppeteer-core';
import {PLUGINS, sourcesOf} from '../../../dev/src/cms/plugins.js';
import {zip} from '../../../dev/src/cms/zip.js';
import {openBrowser} from './browser.js';
import {agenda, places, samples, type Sample} from './samples.js';
import {WordPress} from './wordpress.js';

export const PLUGIN = 'local-widgets/local-widgets.php';

/** A WordPress with the plugin, installed from its archive, and somebody who looks at it. */
export interface Site {
  readonly site: WordPress;
  readonly browser: Browser;
  readonly samples: readonly Sample[];
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const site = await WordPress.install();
  site.addPlugin(zip(PLUGINS['wordpress/local-widgets.zip']!(sourcesOf())), PLUGIN);
  const all = samples({
    places: site.upload('commerces.geojson', places()),
    agenda: site.upload('agenda.ics', agenda()),
  });
  await site.serve();
  const browser = await openBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await site.remove();
  };
  return {site, browser, samples: all, close};
}
