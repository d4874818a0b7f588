import type {ChatMessage} from '@local-widgets/model/schemas.js';
import {NotConnected} from '../../../src/bridges/bridge.js';
import type {
  BridgeHost,
  ChatBridge,
  Delivered,
  Delivery,
  ShopOfBridge,
} from '../../../src/bridges/bridge.js';

/** A bridge whose other side is a list. */
export class FakeBridge implements ChatBridge {
  readonly name = 'xmpp';
  needsLease = false;
  /** All that arrived, as often as it did. */
  readonly sent: {room: string; text: string; id: string}[] = [];
  /** What the other side does with a message instead of taking it. */
  refuse: (message: ChatMessage, delivery: Delivery) => void = () => undefined;
  isDown = false;
  host: BridgeHost | undefined;
  /** What belongs into the transaction of the cursor. */
  write: Delivered['write'];

  addressOf({chat}: ShopOfBridge): string | undefined {
    return chat.xmpp;
  }

  startOf({shop_read}: {shop_read: number}): number {
    return shop_read;
  }

  open(host: BridgeHost): Promise<void> {
    this.host = host;
    if (!this.isDown) host.up();
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.host = undefined;
    return Promise.resolve();
  }

  async deliver(delivery: Delivery): Promise<Delivered> {
    const {room, events} = delivery;
    for (const event of events) {
      if (event.kind !== 'message') continue;
      if (this.isDown) throw new NotConnected('The list is away.');
      await Promise.resolve();
      this.refuse(event.message, delivery);
      const {id, text = ''} = event.message;
      this.sent.push({room: room.row.id, text, id});
      return {upTo: event.seq, write: this.write};
    }
    return {upTo: events.at(-1)!.seq};
  }

  textsOf(room: string): string[] {
    return this.sent.filter(one => one.room === room).map(({text}) => text);
  }
}
