// Generated from custom-elements.json of @local-widgets/collect-button by `npm run manifest -- --write`.
import '@local-widgets/collect-button/define.js';
import {LocalCollectButton as LocalCollectButtonElement} from '@local-widgets/collect-button';
import type {LocalBasketChangeEvent, LocalOrderPlacedEvent} from '@local-widgets/collect-button';
import {component, type Widget, type WidgetProps} from './component.js';

export type {LocalCollectButtonElement, LocalBasketChangeEvent, LocalOrderPlacedEvent};

export interface LocalCollectButtonProps extends WidgetProps<
  LocalCollectButtonElement,
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
> {
  /** A person changed the basket of a shop. */
  onLocalBasketChange?: ((event: LocalBasketChangeEvent) => void) | undefined;
  /** The shop has the order. */
  onLocalOrderPlaced?: ((event: LocalOrderPlacedEvent) => void) | undefined;
}

/** Click and collect from a shop near here. It renders `<local-collect-button>`. */
export const LocalCollectButton: Widget<LocalCollectButtonElement, LocalCollectButtonProps> =
  component({
    tagName: 'local-collect-button',
    elementClass: LocalCollectButtonElement,
    events: {
      onLocalBasketChange: 'local-basket-change',
      onLocalOrderPlaced: 'local-order-placed',
    },
    initial: {
      hub: '',
      shop: null,
      product: '',
      label: '',
      backEnd: 'hub',
      shopName: '',
      phone: '',
      email: '',
      termsUrl: '',
    },
  });
