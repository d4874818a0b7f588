import {randomBytes, webcrypto} from 'node:crypto';
import {setTimeout as wait} from 'node:timers/promises';
import type {Challenge, ProofOfWork, Room} from '@local-widgets/model/schemas.js';
import {ChatClient, ChatError, type RoomClient} from '../../../chat/src/client/index.js';
import {DeviceStorage} from './device-storage.js';

/** The client waits seconds where a test cannot: its 40 s of silence are 4 s here. */
const HURRY = 10;

/** What a device sent, in the order in which a person sent it. */
export interface SentText {
  readonly id: string;
  readonly room: string;
  readonly text: string;
}

/**
 * The phone of a visitor: the widget's own client over the real network of Node, with a storage that
 * outlives its pages, a clock that jumps, and a person who closes the lid.
 */
export class Device {
  readonly sent: SentText[] = [];
  client: ChatClient;
  /** Milliseconds that its clock is ahead of the machine's. */
  private ahead = 0;
  private readonly storage = new DeviceStorage();
  /** Aborted when it wakes; present while it sleeps. */
  private lid: AbortController | undefined;

  constructor(
    readonly name: string,
    private readonly hub: string,
    private readonly shop: string,
  ) {
    this.client = this.newPage();
  }

  /** Begins a conversation and says the first words. */
  begin(text: string): RoomClient {
    const room = this.client.newConversation(this.shop);
    this.client.begin(room, {shop: this.shop, language: 'fr', consent: true});
    this.say(room.id, text);
    return room;
  }

  /** Joins a room where neighbours meet; asks until a hub has answered. */
  async join(roomId: string, acceptsRules: string): Promise<void> {
    const {client} = this;
    const room = client.publicRoom(roomId, this.shop);
    client.keepSecret();
    const path = `rooms/${roomId}/members/me`;
    for (;;) {
      try {
        const body = {nickname: this.name, acceptsRules};
        client.joined(room, (await client.ask({method: 'PUT', path, body})) as Room);
        return;
      } catch (error) {
        if (!(error instanceof ChatError && error.mayPass)) throw error;
      }
    }
  }

  say(roomId: string, text: string): void {
    const id = this.client.rooms.get(roomId)!.send({text});
    this.sent.push({id, room: roomId, text});
  }

  /** Another page of the same site: what was on its way goes on. */
  reload(): void {
    this.client.stop();
    this.client = this.newPage();
    this.client.start();
  }

  jump(milliseconds: number): void {
    this.ahead += milliseconds;
  }

  /** Nothing of the page runs to an end until it wakes; then all that was under way has failed. */
  sleep(): void {
    this.lid ??= new AbortController();
  }

  wake(): void {
    const {lid} = this;
    this.lid = undefined;
    lid?.abort(new TypeError('The network changed.'));
    this.client.wake(true);
  }

  stop(): void {
    this.lid?.abort();
    this.client.stop();
  }

  private newPage(): ChatClient {
    const {hub, storage} = this;
    return new ChatClient({
      hub,
      clock: {now: () => new Date(Date.now() + this.ahead)},
      prove,
      environment: {
        fetch: (input, init) => this.ask(input, init),
        chance: {bytes: count => randomBytes(count)},
        storage: () => storage,
        page: undefined,
        tabs: () => undefined,
        sleep: (ms, signal) =>
          wait(ms / HURRY, undefined, {signal}).then(
            () => this.awake(),
            () => undefined,
          ),
      },
    });
  }

  private async ask(input: string, init: RequestInit): Promise<Response> {
    const {lid} = this;
    if (lid) await this.awake();
    const response = await fetch(input, {...init, duplex: 'half'} as RequestInit);
    // an answer that comes while it sleeps is lost with the connection
    if (this.lid) {
      await this.awake();
      throw new TypeError('The connection is gone.');
    }
    return response;
  }

  private awake(): Promise<void> {
    const {lid} = this;
    if (!lid) return Promise.resolve();
    return new Promise(resolve => lid.signal.addEventListener('abort', () => resolve()));
  }
}

/** Finds the number by trying, as the page does. */
async function prove(challenge: Challenge): Promise<ProofOfWork> {
  const {algorithm, salt, signature, maxnumber} = challenge;
  for (let number = 0; number <= maxnumber; number++) {
    const bytes = await webcrypto.subtle.digest(
      algorithm,
      new TextEncoder().encode(`${salt}${number}`),
    );
    if (Buffer.from(bytes).toString('hex') === challenge.challenge) {
      return {algorithm, challenge: challenge.challenge, number, salt, signature};
    }
  }
  throw new Error('The challenge has no answer.');
}
