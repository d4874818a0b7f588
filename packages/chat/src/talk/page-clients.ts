import type {Clock} from '@local-widgets/core';
import {ChatClient} from '../client/chat-client.js';
import type {ChatEnvironment} from '../environment.js';
import {showUnread} from './title-badge.js';

/** A hub's client, for all elements of a page that name the hub. */
export interface PageClient {
  readonly client: ChatClient;
  /** Part of a proof of work that is done, in percent; undefined while none is made. */
  proving: number | undefined;
}

interface Shared extends PageClient {
  users: number;
  readonly end: () => void;
}

/** By the address of the hub. */
export const pageClients = new Map<string, Shared>();

/** The client of a hub; it ends with its last user. */
export function takeClient(hub: string, environment: ChatEnvironment, clock: Clock): PageClient {
  const shared = pageClients.get(hub) ?? bring(hub, environment, clock);
  shared.users++;
  return shared;
}

export function releaseClient(hub: string): void {
  const shared = pageClients.get(hub);
  if (!shared || --shared.users > 0) return;
  pageClients.delete(hub);
  shared.end();
  tellTitle();
}

function bring(hub: string, environment: ChatEnvironment, clock: Clock): Shared {
  const {page, sleep} = environment;
  const tell = (proving: number | undefined): void => {
    shared.proving = proving;
    client.changed();
  };
  const client = new ChatClient({
    hub,
    environment,
    clock,
    prove: async (challenge, signal) => {
      const {solve} = await import('../proof.js');
      return solve(challenge, {signal, sleep, tell}).finally(() => tell(undefined));
    },
  });
  const wake = ({type}: Event): void => {
    tellTitle();
    if (type === 'visibilitychange' && document.hidden) return;
    client.wake(type !== 'visibilitychange');
  };
  // a page that comes back from the browser's memory was frozen; so was one in the background
  const signs = ['online', 'pageshow', 'visibilitychange'];
  for (const sign of signs) page?.addEventListener(sign, wake);
  const endTelling = client.subscribe({changed: tellTitle});
  const shared: Shared = {
    client,
    proving: undefined,
    users: 0,
    end: () => {
      for (const sign of signs) page?.removeEventListener(sign, wake);
      endTelling();
      client.stop();
    },
  };
  pageClients.set(hub, shared);
  return shared;
}

function tellTitle(): void {
  showUnread([...pageClients.values()].reduce((sum, {client}) => sum + client.unread, 0));
}
