// Generated from custom-elements.json of @local-widgets/chat, @local-widgets/collect-button, @local-widgets/event-calendar, @local-widgets/shops-map by `npm run manifest -- --write`.
import type {
  LocalChat,
  LocalChatOpenEvent,
  LocalChatCloseEvent,
  LocalChatMessageEvent,
} from '@local-widgets/chat';
import type {
  LocalCollectButton,
  LocalBasketChangeEvent,
  LocalOrderPlacedEvent,
} from '@local-widgets/collect-button';
import type {
  LocalEventCalendar,
  LocalEventSelectEvent,
  LocalEventActionEvent,
  LocalEventsFilterEvent,
  LocalEventsLoadEvent,
  LocalEventsErrorEvent,
} from '@local-widgets/event-calendar';
import type {
  LocalShopsMap,
  LocalShopSelectEvent,
  LocalShopActionEvent,
  LocalShopsFilterEvent,
  LocalShopsLoadEvent,
  LocalShopsErrorEvent,
} from '@local-widgets/shops-map';

/** The elements by their tags. */
export interface Elements {
  'local-chat': LocalChat;
  'local-collect-button': LocalCollectButton;
  'local-event-calendar': LocalEventCalendar;
  'local-shops-map': LocalShopsMap;
}

/** What can be set on each tag, by the names of properties. */
export interface Properties {
  'local-chat': Pick<
    LocalChat,
    | 'hub'
    | 'shop'
    | 'room'
    | 'layout'
    | 'label'
    | 'shopName'
    | 'phone'
    | 'email'
    | 'openingHours'
    | 'environment'
    | 'clock'
  >;
  'local-collect-button': Pick<
    LocalCollectButton,
    | 'hub'
    | 'shop'
    | 'product'
    | 'label'
    | 'backEnd'
    | 'shopName'
    | 'phone'
    | 'email'
    | 'termsUrl'
    | 'environment'
    | 'clock'
  >;
  'local-event-calendar': Pick<
    LocalEventCalendar,
    | 'src'
    | 'format'
    | 'hub'
    | 'calendar'
    | 'labels'
    | 'colors'
    | 'view'
    | 'views'
    | 'date'
    | 'timeZone'
    | 'categories'
    | 'shop'
    | 'followMap'
    | 'center'
    | 'radiusKm'
    | 'geocoder'
    | 'compact'
    | 'holidays'
    | 'schoolHolidays'
    | 'schoolZone'
    | 'report'
    | 'urlState'
    | 'jsonLd'
    | 'headingLevel'
    | 'reading'
    | 'feedEnvironment'
    | 'clock'
  >;
  'local-shops-map': Pick<
    LocalShopsMap,
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
  >;
}

/** What can be written on each tag, by the names of attributes that are not those of properties. */
export interface Attributes {
  'local-chat': {
    'shop-name': LocalChat['shopName'];
    'opening-hours': LocalChat['openingHours'];
  };
  'local-collect-button': {
    'back-end': LocalCollectButton['backEnd'];
    'shop-name': LocalCollectButton['shopName'];
    'terms-url': LocalCollectButton['termsUrl'];
  };
  'local-event-calendar': {
    'time-zone': LocalEventCalendar['timeZone'];
    'follow-map': LocalEventCalendar['followMap'];
    'radius-km': LocalEventCalendar['radiusKm'];
    'school-holidays': LocalEventCalendar['schoolHolidays'];
    'school-zone': LocalEventCalendar['schoolZone'];
    'url-state': LocalEventCalendar['urlState'];
    'json-ld': LocalEventCalendar['jsonLd'];
    'heading-level': LocalEventCalendar['headingLevel'];
  };
  'local-shops-map': {
    'radius-km': LocalShopsMap['radiusKm'];
    'tiles-attribution': LocalShopsMap['tilesAttribution'];
    'url-state': LocalShopsMap['urlState'];
    'json-ld': LocalShopsMap['jsonLd'];
    'time-zone': LocalShopsMap['timeZone'];
    'heading-level': LocalShopsMap['headingLevel'];
  };
}

/** What each tag tells. */
export interface Events {
  'local-chat': {
    /** A person opened the panel. */
    'local-chat-open': LocalChatOpenEvent;
    /** A person closed the panel. */
    'local-chat-close': LocalChatCloseEvent;
    /** A message was sent here, or came; ids only. */
    'local-chat-message': LocalChatMessageEvent;
  };
  'local-collect-button': {
    /** A person changed the basket of a shop. */
    'local-basket-change': LocalBasketChangeEvent;
    /** The shop has the order. */
    'local-order-placed': LocalOrderPlacedEvent;
  };
  'local-event-calendar': {
    /** A person opened an event, or closed it. */
    'local-event-select': LocalEventSelectEvent;
    /** A person wants to see an event on the map. */
    'local-event-action': LocalEventActionEvent;
    /** A person changed a filter. */
    'local-events-filter': LocalEventsFilterEvent;
    /** The sources were read. */
    'local-events-load': LocalEventsLoadEvent;
    /** No source could be loaded or read. */
    'local-events-error': LocalEventsErrorEvent;
  };
  'local-shops-map': {
    /** A person chose a place, or closed its card. */
    'local-shop-select': LocalShopSelectEvent;
    /** A person wants to order, to chat, or to see events. */
    'local-shop-action': LocalShopActionEvent;
    /** A person changed a filter or the order. */
    'local-shops-filter': LocalShopsFilterEvent;
    /** The source was read. */
    'local-shops-load': LocalShopsLoadEvent;
    /** The source could not be loaded or read. */
    'local-shops-error': LocalShopsErrorEvent;
  };
}
