import {LocalChat, LocalEventCalendar, LocalShopsMap} from '@local-widgets/react';
import {createElement as h} from 'react';

/** Never run: the compiler accepts what is right here, and must refuse each line that is marked. */
export const right = [
  h(LocalShopsMap, {src: 'a.geojson', center: '0.5,48.4', layout: 'list', lang: 'fr', id: 'shops'}),
  h(LocalShopsMap, {src: undefined, onLocalShopSelect: ({detail}) => detail.place?.name}),
  h(LocalEventCalendar, {compact: true, onLocalEventSelect: event => event.detail.event?.name}),
  h(LocalChat, {shop: null, className: 'chat', 'aria-label': 'Chat'}),
];

export const wrong = [
  // @ts-expect-error -- a number is no address
  h(LocalShopsMap, {src: 1}),
  // @ts-expect-error -- there is no such layout
  h(LocalShopsMap, {layout: 'grid'}),
  // @ts-expect-error -- the name of the attribute, not of the property
  h(LocalShopsMap, {radius: '12'}),
  // @ts-expect-error -- there is no such event
  h(LocalShopsMap, {onLocalShopChosen: () => undefined}),
  h(LocalShopsMap, {
    // @ts-expect-error -- a place has no such thing
    onLocalShopSelect: ({detail: {price}}) => String(price),
  }),
  // @ts-expect-error -- a method is nothing to set
  h(LocalShopsMap, {reload: () => undefined}),
  // @ts-expect-error -- the element's own business
  h(LocalShopsMap, {renderRoot: null}),
];
