import type {ShopProfile} from '@local-widgets/model/schemas.js';
import type {DeskApi} from '../api/desk-api.js';
import type {HubClient} from '../api/hub-client.js';
import type {HubError} from '../api/hub-error.js';
import type {Person, Role} from '../api/types.js';
import type {DeskEnvironment} from '../environment.js';
import type {Messages} from '../locales/index.js';
import type {Paper} from '../print/paper.js';

/** The sentences, and the language that they are really in. */
export interface Words {
  readonly messages: Messages;
  readonly language: string;
}

/** The desk of one shop, as its tabs know it. */
export interface DeskOwner {
  readonly client: HubClient;
  readonly api: DeskApi;
  /** Who works at it. */
  readonly person: Person;
  readonly role: Role;
  /** Absent until it was loaded. */
  readonly profile: ShopProfile | undefined;
  /** IANA zone of the shop: all times are told in it. */
  readonly timeZone: string;
  environment(): DeskEnvironment;
  words(): Words;
  now(): Date;
  /** The day at the shop, `2026-11-22`. */
  today(): string;
  /** Renders again. */
  update(): void;
  /** Says something to everyone, and to screen readers. */
  say(sentence: string): void;
  /** Says something that can be taken back. */
  offerUndo(sentence: string, undo: (() => void) | undefined): void;
  /** Two notes, where somebody wants to hear them. */
  ring(): void;
  /** What went wrong, and what can be done about it. */
  sentenceOf(error: unknown): string;
  /** Gives the keyboard to what this selector finds after the next rendering. */
  focus(selector: string): void;
  /** What this selector finds on the screen. */
  find(selector: string): HTMLElement | undefined;
  /** Goes to a tab. */
  open(tab: string): void;
  /** Whether a tab is in front. */
  isOpen(tab: string): boolean;
  /** Prints one thing, and nothing around it. */
  print(paper: Paper): void;
  /** Tells the page around. */
  emit(event: Event): void;
  /** The hub refused: whether it wants to know who this is, which the desk then asks. */
  isSignedOut(error: HubError): boolean;
  /** Loads what the page shows of the shop once more; what is known of it holds from now on. */
  reloadProfile(known?: Partial<ShopProfile>): Promise<void>;
}

/** One tab of the desk. */
export interface DeskView {
  /** Rendered each time the desk is. */
  template(): unknown;
  /** It came into sight: what it shows may be old. */
  show?(): void;
  /** After each rendering in which it was there. */
  rendered?(): void;
}
