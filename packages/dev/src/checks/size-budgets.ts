/** A set of built files that a page loads together, and what it may weigh. */
export interface Bundle {
  name: string;
  /** Files of packages/embed/dist/cdn. */
  files: readonly string[];
  /** Highest sum of the files' sizes in bytes, each compressed with brotli as a server sends it. */
  budget: number;
}

const LOADER = ['local-widgets.js'];
/** Everything that runs, after the loader, before the list of a French page with our own GeoJSON is on the screen. */
const LIST = ['core.js', 'shops-map.js'];
const LIST_AND_DETAILS = [...LIST, 'details.js', 'formats.js'];

/** What a visitor on a slow phone waits for. Raising a number needs a reason in the commit. */
export const bundles: readonly Bundle[] = [
  {name: 'loader', files: LOADER, budget: 1_500},
  // hashes of what a page does not begin with, and what starts workers of checked bytes
  {name: "the loader's second half, when idle", files: ['parts.js'], budget: 3_300},
  {name: 'the doctor, for webmasters', files: ['doctor.js'], budget: 4_500},
  {name: 'frames of a hub', files: ['frames.js'], budget: 300},
  {name: 'list', files: LIST, budget: 25_200},
  {name: 'list, hours and filters', files: LIST_AND_DETAILS, budget: 34_800},
  {name: 'all of it with the map', files: [...LIST_AND_DETAILS, 'map-engine.js'], budget: 60_300},
  // what follows is loaded after that, for what somebody does or what a page asks for
  {
    name: 'when idle: what answers the bar, the card',
    files: ['search.js', 'text-search.js', 'card.js', 'public-holidays.js'],
    budget: 9_300,
  },
  {name: 'panels of filters, address search', files: ['finder.js', 'addresses.js'], budget: 8_000},
  {name: 'share, print, export', files: ['share.js', 'sharing.js'], budget: 3_900},
  {name: 'sketch without a base map', files: ['sketch.js'], budget: 1_200},
  {name: 'base maps of your own, PMTiles', files: ['own-tiles.js'], budget: 2_700},
  {name: 'url-state', files: ['url-state.js', 'page-address.js'], budget: 3_400},
  {name: 'json-ld', files: ['publish.js', 'core-more.js'], budget: 4_450},
  {name: 'templates of the page', files: ['page-templates.js'], budget: 1_000},
  {
    name: 'several, inline, large sources',
    files: ['sources.js', 'core-more.js', 'name-likeness.js'],
    budget: 9_000,
  },
  // with the reader of feeds that still arrive
  {name: 'the worker for large feeds', files: ['places-worker.js'], budget: 19_000},
  {
    name: 'feeds in other words',
    files: ['feed-words.js', 'feed-text.js', 'csv-records.js'],
    budget: 6_900,
  },
  {name: 'feeds of other formats', files: ['more-readers.js', 'json-ld-things.js'], budget: 6_500},
  {name: 'why a list does not come', files: ['failures.js', 'explain-failure.js'], budget: 1_100},
  {name: 'English', files: ['en.js', 'category-names-en.js', 'addresses-en.js'], budget: 3_600},
  // beside the loader and the core, which the map has as well
  {
    name: 'order button before a click',
    files: ['collect-button.js'],
    budget: 6_000,
  },
  {name: 'order dialog, after a click', files: ['collect-dialog.js'], budget: 16_000},
  {name: "the dialog's parts of Lit", files: ['directives.js'], budget: 1_300},
  {name: 'what follows an order, QR code', files: ['collect-confirmation.js'], budget: 6_000},
  {name: 'orders by phone and e-mail', files: ['collect-direct.js'], budget: 2_000},
  {name: 'price lists in the page', files: ['collect-price-list.js'], budget: 1_600},
  {name: 'orders through WooCommerce', files: ['collect-woocommerce.js'], budget: 2_800},
  {name: 'orders in English', files: ['collect-en.js'], budget: 3_600},
  // beside the loader, the core and the panel also takes 'formats.js', what carries messages
  // 'directives.js'
  {name: 'chat button before a click', files: ['chat.js'], budget: 3_000},
  {name: 'chat panel, after a click', files: ['chat-panel.js', 'chat-frame.js'], budget: 9_500},
  {name: 'messages, after the first letter', files: ['chat-talk.js'], budget: 12_400},
  {name: 'contact card without a hub', files: ['chat-contact.js', 'chat-frame.js'], budget: 3_000},
  {name: 'images of the chat', files: ['chat-images.js'], budget: 2_100},
  {name: 'rooms of neighbours', files: ['chat-room.js'], budget: 3_800},
  {name: 'options of a conversation', files: ['chat-more.js', 'sharing.js'], budget: 3_900},
  {name: 'proof of work', files: ['chat-proof.js'], budget: 1_000},
  {name: 'chat in English', files: ['chat-en.js'], budget: 3_100},
  // beside the loader and the core; with a copy of 'formats.js' inside
  {name: 'agenda and month', files: ['event-calendar.js'], budget: 16_800},
  {
    name: 'what reads an iCalendar, while it arrives',
    files: ['calendar-reader.js', 'feed-text.js', 'icalendar.js', 'calendar-rules.js'],
    budget: 17_000,
  },
  {name: 'of which the engine', files: ['icalendar.js', 'calendar-rules.js'], budget: 8_000},
  {name: 'odd time zones', files: ['calendar-zones.js'], budget: 2_800},
  {
    name: 'calendars of other formats',
    files: ['calendar-formats.js', 'json-ld-things.js'],
    budget: 9_500,
  },
  {name: 'several and inline calendars', files: ['calendar-sources.js'], budget: 3_500},
  {name: 'the way to its worker', files: ['calendar-large.js', 'core-more.js'], budget: 2_950},
  {name: 'the worker for large calendars', files: ['calendar-worker.js'], budget: 26_000},
  {name: 'an event', files: ['calendar-details.js', 'calendar-more.js'], budget: 9_200},
  {
    name: 'search and filters of events',
    files: ['calendar-filters.js', 'calendar-more.js', 'addresses.js', 'text-search.js'],
    budget: 13_000,
  },
  {
    name: 'names of public holidays',
    files: ['calendar-holidays.js', 'public-holidays.js'],
    budget: 750,
  },
  {name: 'week and day', files: ['calendar-hours.js'], budget: 3_000},
  {name: 'cards of events', files: ['calendar-cards.js'], budget: 1_000},
  {
    name: 'share, subscribe, iCalendar files',
    files: ['calendar-share.js', 'calendar-more.js'],
    budget: 5_700,
  },
  {
    name: 'school holidays',
    files: ['calendar-school.js', 'csv-records.js', 'feed-text.js'],
    budget: 3_000,
  },
  {
    name: 'url-state of the calendar',
    files: ['calendar-link.js', 'page-address.js'],
    budget: 2_600,
  },
  {name: 'json-ld of events', files: ['calendar-publish.js', 'core-more.js'], budget: 3_600},
  {name: 'why a calendar does not come', files: ['calendar-failures.js'], budget: 600},
  {name: 'the calendar in English', files: ['calendar-en.js', 'addresses-en.js'], budget: 4_200},
];
