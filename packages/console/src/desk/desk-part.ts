import type {LazyPart} from '@local-widgets/core';
import type {HubError} from '../api/hub-error.js';
import type {Connection} from '../live/live-line.js';
import type {Messages} from '../locales/index.js';
import type {DeskView} from '../state/desk-owner.js';

/** Something that a shop follows at its desk: its orders, its messages. */
export interface DeskPart {
  /** How many things wait for somebody; told in front of the page's title. */
  readonly waiting: number;
  readonly connection: Connection;
  /** Why the hub shows this person none of it. */
  readonly refusal: HubError | undefined;
  /** The element came into the page, and what is known of the shop was asked for. */
  start(): void;
  stop(): void;
  /** The network is back, or somebody looks again. */
  wake(): void;
  /** The network is gone. */
  lose(): void;
  /** Time has passed. */
  tick(): void;
  /** After each rendering. */
  rendered(): void;
  /** What can be done at any time, beside the name of the shop. */
  tools(): unknown;
  /** What everybody has to know, above the tabs. */
  banner(): unknown;
  /** What it means that there is no connection. */
  offlineHint(messages: Messages): string;
  /** What was written here and has not left: how much, and how to forget it. */
  readonly unsent?: {
    readonly count: number;
    /** What is lost with it, as a sentence. */
    words(messages: Messages): string;
    forget(): void;
  };
  /** How fresh it is is told while it is in front alone: nobody waits for it elsewhere. */
  readonly isAside?: boolean;
}

/** One tab of a desk. */
export interface DeskTab {
  /** Its id: letters and hyphens. */
  readonly name: string;
  /** Drawing in a box of 24 × 24. */
  readonly icon: string;
  readonly label: (messages: Messages) => string;
  /** What stands beside its name, and what that says; absent where nothing is counted. */
  readonly count?: (messages: Messages) => {readonly number: number; readonly words: string};
  readonly view: DeskView | LazyPart<DeskView>;
  /** What it is a tab of; absent of what belongs to the whole desk. */
  readonly part?: DeskPart;
  /** Where one is in it, where that has an address of its own. */
  readonly place?: TabPlace;
}

/** A place in a tab, such as one conversation: what the page's address may tell. */
export interface TabPlace {
  /** Letters, digits and hyphens; empty at the beginning. */
  readonly now: string;
  go(place: string): void;
  /** Whether it wants the whole screen of a telephone. */
  readonly isWhole: boolean;
}

/** What a desk is made of. */
export interface DeskPlan {
  readonly parts: readonly DeskPart[];
  /** In the order in which they stand; the first one is open at the beginning. */
  readonly tabs: readonly DeskTab[];
}
