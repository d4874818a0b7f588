// Generated from custom-elements.json of @local-widgets/chat by `npm run manifest -- --write`.
import '@local-widgets/chat/define.js';
import {LocalChat as LocalChatElement} from '@local-widgets/chat';
import type {
  LocalChatOpenEvent,
  LocalChatCloseEvent,
  LocalChatMessageEvent,
} from '@local-widgets/chat';
import {component, type Widget, type WidgetProps} from './component.js';

export type {LocalChatElement, LocalChatOpenEvent, LocalChatCloseEvent, LocalChatMessageEvent};

export interface LocalChatProps extends WidgetProps<
  LocalChatElement,
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
> {
  /** A person opened the panel. */
  onLocalChatOpen?: ((event: LocalChatOpenEvent) => void) | undefined;
  /** A person closed the panel. */
  onLocalChatClose?: ((event: LocalChatCloseEvent) => void) | undefined;
  /** A message was sent here, or came; ids only. */
  onLocalChatMessage?: ((event: LocalChatMessageEvent) => void) | undefined;
}

/** A human on the other end: talk with a shop, the town hall, or neighbours. It renders `<local-chat>`. */
export const LocalChat: Widget<LocalChatElement, LocalChatProps> = component({
  tagName: 'local-chat',
  elementClass: LocalChatElement,
  events: {
    onLocalChatOpen: 'local-chat-open',
    onLocalChatClose: 'local-chat-close',
    onLocalChatMessage: 'local-chat-message',
  },
  initial: {
    hub: '',
    shop: null,
    room: '',
    layout: 'launcher',
    label: '',
    shopName: '',
    phone: '',
    email: '',
    openingHours: '',
  },
});
