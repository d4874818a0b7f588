import type {LocalChat} from '@local-widgets/chat';
import {bakery, FakeHub} from '../../chat/test/support/fake-hub.js';
import {until, type PageWindow} from './frame.js';
import {all, fill, one, textOf} from './parts.js';
import type {Town, TownOptions} from './town.js';

/** A hub in memory that answers the town's page, whatever that asks of its address. */
export interface ChatHub {
  readonly hub: FakeHub;
  /** For `openTown`. */
  readonly options: Pick<TownOptions, 'hub' | 'before'>;
}

/** The town hall and the bakery of the example town talk; neighbours meet at the market. */
export function chatHub(): ChatHub {
  const hub = new FakeHub({now: () => new Date()});
  for (const [shop, name] of [
    ['mairie', 'Mairie de Sainte-Aubrette'],
    ['boulangerie-lecourbe', 'Boulangerie Lecourbe'],
  ] as const) {
    hub.profiles.set(shop, {...bakery, shop, name});
  }
  hub.publicRoom();
  const before = (window: PageWindow): void => {
    const fetch = window.fetch.bind(window);
    window.fetch = (input, init) => {
      const url = input instanceof window.Request ? input.url : String(input);
      if (url.startsWith(`${hub.url}/v1/calendars/`)) return Promise.resolve(nothingOn());
      return url.startsWith(hub.url) ? hub.fetch(url, init) : fetch(input, init);
    };
  };
  return {hub, options: {hub: hub.url, before}};
}

/** The calendars that the page asks the same hub for, in a time without events (`PublishedEvents`). */
const nothingOn = (): Response =>
  Response.json({
    calendar: {},
    timeZone: 'Europe/Paris',
    events: [],
    occurrences: [],
    rejected: [],
    truncated: false,
    signUps: [],
    holidays: [],
  });

/** The chats of the town's page. */
export const CHATS = {
  hall: 'local-chat[shop=mairie]:not([room])',
  bakery: 'local-chat[shop=boulangerie-lecourbe]',
  market: 'local-chat[room]',
} as const;

export const chatOf = ({document}: Town, which: keyof typeof CHATS): LocalChat =>
  document.querySelector(CHATS[which]) as LocalChat;

export const launcherOf = (chat: Element): HTMLElement | undefined => one(chat, '[part=launcher]');

/** Opens the panel by its button. */
export async function openChat(chat: Element): Promise<void> {
  await until(() => launcherOf(chat), 'the button is there');
  launcherOf(chat)?.click();
  await until(() => one(chat, '#panel'), 'the panel is there');
}

/** Writes and sends. */
export async function say(chat: Element, text: string): Promise<void> {
  await until(() => one(chat, '#text'), 'one may write');
  fill(one(chat, '#text') as HTMLInputElement, text);
  one(chat, '.composer [type=submit]')?.click();
}

export const messagesIn = (chat: Element): string[] => all(chat, '.message .text').map(textOf);
