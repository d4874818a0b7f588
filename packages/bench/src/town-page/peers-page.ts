/** The town's page with what one takes instead of each of our elements; all else stays as it is. */
export function peersPage(html: string): string {
  let chats = 0;
  return html
    .replace(/<script type="module" src="local-widgets\/local-widgets.js"><\/script>/, HEAD)
    .replace(/<local-shops-map[^]*?<\/local-shops-map>/, MAP)
    .replace(/<local-event-calendar[^]*?<\/local-event-calendar>/, '<div id="calendar"></div>')
    .replace(/<local-collect-button[^]*?<\/local-collect-button>/g, ORDER)
    .replace(/<local-chat[^]*?<\/local-chat>/g, tag => {
      if (tag.includes('layout="inline"')) return '<deep-chat class="inline"></deep-chat>';
      chats++;
      const place = tag.includes('layout="button"') ? '' : ' class="bubble"';
      return `<button type="button" data-chat="${chats}"${place}>Poser une question</button>`;
    });
}

/** As their guides say: styles first, scripts that do not hold the page up. */
const HEAD = `<link rel="stylesheet" href="/peers/map.css" />
    <link rel="stylesheet" href="/peers/calendar.css" />
    <link rel="stylesheet" href="/peers/page.css" />
    <script type="module" src="/peers/map.js"></script>
    <script type="module" src="/peers/calendar.js"></script>
    <script defer src="/peers/buybutton.js"></script>
    <script type="module" src="/peers/deep-chat.js"></script>
    <script type="module" src="/peers/talk.js"></script>`;

const MAP = `<div class="shops">
          <form role="search">
            <input id="search" type="search" aria-label="Chercher" />
            <select id="category" aria-label="Catégorie"><option value="">Toutes</option></select>
            <output id="count"></output>
          </form>
          <div id="map"></div>
          <ul id="places"></ul>
        </div>`;

const ORDER = '<button type="button" class="order">Commander</button>';

/** Room is kept for what comes, so that nothing moves: a careful webmaster does so. */
export const PEERS_STYLE = `
.shops { display: grid; grid-template-columns: 1fr; gap: 0.5rem; min-height: 64rem; }
#map { height: 22rem; }
#places { height: 40rem; overflow: auto; margin: 0; padding: 0; list-style: none; }
#calendar { min-height: 40rem; }
deep-chat { display: block; max-width: 100%; }
deep-chat.inline { width: 100%; height: 22rem; }
.bubble { position: fixed; inset: auto 1rem 1rem auto; z-index: 1000; }
.panel { position: fixed; inset: auto 1rem 4rem auto; z-index: 1000; }
.leaflet-div-icon { border-radius: 50%; }
@media (min-width: 60rem) {
  .shops { grid-template-columns: 1fr 1.5fr; min-height: 40rem; }
  .shops form { grid-column: 1 / -1; }
  #map { order: 1; height: 36rem; }
  #places { height: 36rem; }
}
`;
