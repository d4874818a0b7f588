// Generated from custom-elements.json of @local-widgets/shops-map by `npm run manifest -- --write`.
import '@local-widgets/shops-map/define.js';
import {LocalShopsMap as LocalShopsMapElement} from '@local-widgets/shops-map';
import type {
  LocalShopSelectEvent,
  LocalShopActionEvent,
  LocalShopsFilterEvent,
  LocalShopsLoadEvent,
  LocalShopsErrorEvent,
} from '@local-widgets/shops-map';
import {component, type Widget, type WidgetProps} from './component.js';

export type {
  LocalShopsMapElement,
  LocalShopSelectEvent,
  LocalShopActionEvent,
  LocalShopsFilterEvent,
  LocalShopsLoadEvent,
  LocalShopsErrorEvent,
};

export interface LocalShopsMapProps extends WidgetProps<
  LocalShopsMapElement,
  | 'src'
  | 'format'
  | 'center'
  | 'radiusKm'
  | 'categories'
  | 'sort'
  | 'layout'
  | 'compact'
  | 'height'
  | 'tiles'
  | 'tilesAttribution'
  | 'consent'
  | 'geocoder'
  | 'report'
  | 'urlState'
  | 'jsonLd'
  | 'timeZone'
  | 'holidays'
  | 'headingLevel'
  | 'places'
  | 'itemTemplate'
  | 'cardTemplate'
  | 'feedEnvironment'
  | 'clock'
> {
  /** A person chose a place, or closed its card. */
  onLocalShopSelect?: ((event: LocalShopSelectEvent) => void) | undefined;
  /** A person wants to order, to chat, or to see events. */
  onLocalShopAction?: ((event: LocalShopActionEvent) => void) | undefined;
  /** A person changed a filter or the order. */
  onLocalShopsFilter?: ((event: LocalShopsFilterEvent) => void) | undefined;
  /** The source was read. */
  onLocalShopsLoad?: ((event: LocalShopsLoadEvent) => void) | undefined;
  /** The source could not be loaded or read. */
  onLocalShopsError?: ((event: LocalShopsErrorEvent) => void) | undefined;
}

/** Who sells, makes or does what near here. It renders `<local-shops-map>`. */
export const LocalShopsMap: Widget<LocalShopsMapElement, LocalShopsMapProps> = component({
  tagName: 'local-shops-map',
  elementClass: LocalShopsMapElement,
  events: {
    onLocalShopSelect: 'local-shop-select',
    onLocalShopAction: 'local-shop-action',
    onLocalShopsFilter: 'local-shops-filter',
    onLocalShopsLoad: 'local-shops-load',
    onLocalShopsError: 'local-shops-error',
  },
  initial: {
    src: '',
    format: '',
    center: '',
    radiusKm: '',
    categories: '',
    sort: '',
    layout: 'split',
    compact: false,
    height: '',
    tiles: 'ign',
    tilesAttribution: '',
    consent: '',
    geocoder: '',
    report: '',
    urlState: null,
    jsonLd: false,
    timeZone: 'Europe/Paris',
    holidays: 'FR',
    headingLevel: 3,
  },
});
