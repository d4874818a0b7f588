/** How a widget is shown in a frame. */
export interface FrameWidget {
  tag: string;
  /**
   * Attributes that the address of the frame may set, by their names. Left out is what makes no sense in a
   * frame, or would let an address decide whom this hub's page speaks with: `left` says why, for each.
   */
  takes: readonly string[];
  /** Of those, the ones that are there or not. */
  flags: readonly string[];
  /** Of those, addresses of data, separated by spaces, that the page asks for. */
  data: readonly string[];
  left: Readonly<Record<string, string>>;
  /** At least one of these is needed, or there is nothing to show. */
  needs: readonly string[];
  /** What it has in a frame unless the address says otherwise. */
  defaults: Readonly<Record<string, string>>;
  /** What the page around may allow it (https://www.w3.org/TR/permissions-policy/), for the snippet. */
  allow: string;
  /** Pixels, for pages that cannot follow the height of the content. */
  height: number;
}

const HISTORY = 'a frame would write into the history of the page around it';
const NOT_INDEXED = 'the page around is what search engines read';
const THIS_HUB = 'a frame speaks with the hub that serves it, and no other';

export const FRAME_WIDGETS = {
  'shops-map': {
    tag: 'local-shops-map',
    takes: [
      ...['src', 'format', 'center', 'radius-km', 'categories', 'sort', 'layout', 'compact'],
      ...['height', 'tiles', 'tiles-attribution', 'consent', 'geocoder', 'report', 'time-zone'],
      ...['holidays', 'heading-level'],
    ],
    flags: ['compact'],
    data: ['src'],
    left: {'url-state': HISTORY, 'json-ld': NOT_INDEXED},
    needs: ['src'],
    // its own height follows the window's, which here follows the content's
    defaults: {'heading-level': '2', height: '36rem'},
    allow: 'geolocation; clipboard-write; web-share',
    height: 720,
  },
  'collect-button': {
    tag: 'local-collect-button',
    takes: ['shop', 'product', 'label', 'shop-name', 'phone', 'email'],
    flags: [],
    data: [],
    left: {hub: THIS_HUB, 'back-end': THIS_HUB, 'terms-url': 'this hub tells its terms'},
    needs: ['shop'],
    defaults: {},
    allow: 'clipboard-write; web-share',
    height: 720,
  },
  chat: {
    tag: 'local-chat',
    takes: ['shop', 'room', 'label', 'shop-name', 'phone', 'email', 'opening-hours'],
    flags: [],
    data: [],
    left: {hub: THIS_HUB, layout: 'a frame is a place in the flow of the page: always inline'},
    needs: ['shop', 'room'],
    defaults: {layout: 'inline'},
    allow: 'clipboard-write',
    height: 640,
  },
  'event-calendar': {
    tag: 'local-event-calendar',
    takes: [
      ...['src', 'format', 'calendar', 'labels', 'colors', 'view', 'views', 'date', 'time-zone'],
      ...['categories', 'shop', 'center', 'radius-km', 'geocoder', 'compact', 'holidays'],
      ...['school-holidays', 'school-zone', 'report', 'heading-level'],
    ],
    flags: ['compact'],
    data: ['src', 'school-holidays'],
    left: {
      hub: THIS_HUB,
      'follow-map': 'there is no map in its page',
      'url-state': HISTORY,
      'json-ld': NOT_INDEXED,
    },
    needs: ['src', 'calendar'],
    defaults: {'heading-level': '2'},
    allow: 'geolocation; clipboard-write; web-share',
    height: 720,
  },
} as const satisfies Record<string, FrameWidget>;

export type FrameWidgetName = keyof typeof FRAME_WIDGETS;

export const isFrameWidget = (name: string): name is FrameWidgetName =>
  Object.hasOwn(FRAME_WIDGETS, name);
