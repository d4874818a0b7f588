import {randomUUID} from 'node:crypto';
import {setTimeout as wait} from 'node:timers/promises';
import type {RoomSettings} from '@local-widgets/model/schemas.js';
import type {SentText} from './device.js';

/** Somebody of the shop with an API token, who sends each answer until the hub has it. */
export class Merchant {
  readonly sent: SentText[] = [];
  private readonly underWay = new Map<string, Promise<void>>();
  private isOver = false;
  /** Answers that no hub has answered for. */
  waiting = 0;

  constructor(
    private readonly hub: string,
    private readonly shop: string,
    private readonly token: string,
  ) {}

  /** Makes a room where neighbours meet. */
  async openRoom(room: string, settings: RoomSettings): Promise<void> {
    await this.put(`shops/${this.shop}/public-rooms/${room}`, settings);
  }

  /** Answers in a room; answers to one room are sent one after the other. */
  say(room: string, text: string): void {
    const message = {id: randomUUID(), room, text};
    this.sent.push(message);
    this.waiting++;
    const before = this.underWay.get(room) ?? Promise.resolve();
    this.underWay.set(
      room,
      before.then(() => this.send(message)),
    );
  }

  async allSent(): Promise<void> {
    await Promise.all(this.underWay.values());
  }

  stop(): void {
    this.isOver = true;
  }

  private async send({id, room, text}: SentText): Promise<void> {
    await this.put(`rooms/${room}/messages/${id}`, {text});
    this.waiting--;
  }

  private async put(path: string, body: object): Promise<void> {
    while (!this.isOver) {
      try {
        const answer = await fetch(`${this.hub}/v1/${path}`, {
          method: 'PUT',
          headers: {authorization: `Bearer ${this.token}`, 'content-type': 'application/json'},
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(3000),
        });
        const text = await answer.text();
        if (answer.ok) return;
        // a conversation that the hub does not have yet, or a hub that just came back
        if (answer.status !== 404 && answer.status < 500) throw new Refusal(text);
      } catch (error) {
        if (error instanceof Refusal) throw error;
      }
      await wait(50);
    }
  }
}

class Refusal extends Error {}
