import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {eventsAgenda} from '@local-widgets/event-calendar/server.js';
import {readEvents, readPlaces} from '@local-widgets/model';
import {shopsList} from '@local-widgets/shops-map/server.js';
import {html} from 'lit';

const DAY = 86_400_000;

/**
 * The page of a town as HTML: both lists are there before any script, and the elements take over when
 * theirs has come.
 *
 * @param {{shops: string, events: string, now: Date}} data Texts of the two files, in any format that
 *   the elements read, and the moment for which the agenda is.
 */
export async function townPage({shops, events, now}) {
  const {places} = readPlaces(shops);
  const from = now.getTime();
  const reading = readEvents(events, {from, to: from + 60 * DAY, timeZone: 'Europe/Paris'});
  // the same as the attributes below, so that the element shows what was there before it
  const center = '0.5247,48.4086';
  const list = await shopsList(places, {center, now});
  const agenda = await eventsAgenda(reading, {now, headingLevel: 3, limit: 20});
  const body = html`<main>
    <h1>Val-Orbelle</h1>
    <h2>Nos commerces</h2>
    <local-shops-map src="data/shops.geojson" center=${center} tiles="none"
      >${list}</local-shops-map
    >
    <h2>L’agenda</h2>
    <local-event-calendar src="data/events.ics">${agenda}</local-event-calendar>
  </main>`;
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Val-Orbelle</title>
    <script type="module" src="local-widgets/local-widgets.js"></script>
  </head>
  <body>${await collectResult(render(body))}</body>
</html>
`;
}
