import type {Clock, LocalElement} from '@local-widgets/core';
import type {ChatEnvironment} from './environment.js';
import type {Words} from './locales/index.js';
import type {ChatSettings} from './settings.js';

/** The element that a part belongs to. */
export type ChatHost = LocalElement & {
  readonly environment: ChatEnvironment;
  readonly clock: Clock;
};

/** What a part asks of its element. */
export interface ChatLinks {
  words(): Words;
  emit(event: Event): void;
}

/** What a click opens: the panel of a hub, or a card of ways to get in touch. */
export interface ChatPart {
  readonly isOpen: boolean;
  /** Messages that the person has not seen. */
  readonly unread: number;
  /** The person talks with somebody by this element. */
  readonly isUsed: boolean;
  open(settings: ChatSettings): void;
  close(): void;
  /** Takes up conversations that an earlier page began, without opening. */
  resume(settings: ChatSettings): void;
  /** Opens with what a link of another device brings. */
  follow?(settings: ChatSettings, token: string): void;
  /** The element leaves the page. */
  leave(): void;
  template(): unknown;
}
