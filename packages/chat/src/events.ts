/** All our events bubble and leave the shadow tree: a page may listen on any ancestor. */
const TRAVELS = {bubbles: true, composed: true} as const;

export interface ChatOpenDetail {
  /** Address of the hub; empty where there is only the telephone and e-mail. */
  readonly hub: string;
  /** Id of the shop or town hall. */
  readonly shop: string;
  /** Name of the public room; empty for a conversation. */
  readonly room: string;
}

/** A person opened the panel. */
export class LocalChatOpenEvent extends CustomEvent<ChatOpenDetail> {
  constructor(detail: ChatOpenDetail) {
    super('local-chat-open', {...TRAVELS, detail});
  }
}

/** A person closed the panel. */
export class LocalChatCloseEvent extends CustomEvent<ChatOpenDetail> {
  constructor(detail: ChatOpenDetail) {
    super('local-chat-close', {...TRAVELS, detail});
  }
}

export interface ChatMessageDetail extends ChatOpenDetail {
  /** Id of the message. */
  readonly id: string;
  /** `sent` by the person on this page, or `received`. */
  readonly direction: 'sent' | 'received';
}

/** A message was sent here, or came. Its text stays between the person and the hub. */
export class LocalChatMessageEvent extends CustomEvent<ChatMessageDetail> {
  constructor(detail: ChatMessageDetail) {
    super('local-chat-message', {...TRAVELS, detail});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'local-chat-open': LocalChatOpenEvent;
    'local-chat-close': LocalChatCloseEvent;
    'local-chat-message': LocalChatMessageEvent;
  }
}
