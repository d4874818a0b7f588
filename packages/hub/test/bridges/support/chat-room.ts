import {randomUUID} from 'node:crypto';
import type {ChatMessage, VisitorContact} from '@local-widgets/model/schemas.js';
import {readAfter} from '../../../src/chat/log/read-events.js';
import {toEvent} from '../../../src/chat/log/event-view.js';
import {loadRoom} from '../../../src/chat/rooms/load-room.js';
import type {LoadedRoom} from '../../../src/chat/rooms/load-room.js';
import {postMessage} from '../../../src/chat/log/post-message.js';
import {beginConversation} from '../../../src/chat/rooms/begin-conversation.js';
import {sha256Hex} from '../../../src/chance-and-clock.js';
import type {HubContext} from '../../../src/context.js';

/** A conversation of a test, spoken into without a page. */
export class TestRoom {
  constructor(
    readonly context: HubContext,
    readonly id: string,
  ) {}

  /** Begins one with the shop `fournil`. */
  static async begin(
    context: HubContext,
    {
      contact,
      page,
      shop = 'fournil',
      id = randomUUID(),
    }: {
      contact?: VisitorContact;
      page?: string;
      shop?: string;
      id?: string;
    } = {},
  ): Promise<TestRoom> {
    await beginConversation(context, {
      roomId: id,
      keyHash: sha256Hex(`secret of ${id}`),
      ip: '192.0.2.7',
      request: {
        shop,
        language: 'fr',
        consent: true,
        ...(contact && {contact}),
        ...(page !== undefined && {page}),
      },
    });
    return new TestRoom(context, id);
  }

  /** With its visitor. */
  async load(): Promise<LoadedRoom> {
    const {visitor_id} = await this.context.db
      .selectFrom('rooms')
      .select('visitor_id')
      .where('id', '=', this.id)
      .executeTakeFirstOrThrow();
    return (await loadRoom(this.context.db, this.id, {visitorId: visitor_id ?? ''}))!;
  }

  /** @returns the id of the message */
  async visitorSays(text: string, id: string = randomUUID()): Promise<string> {
    const speaker = {role: 'visitor'} as const;
    await postMessage(this.context, await this.load(), {id, speaker, via: 'page', text});
    return id;
  }

  async shopSays(
    text: string,
    {id = randomUUID(), name}: {id?: string; name?: string} = {},
  ): Promise<string> {
    const speaker = {role: 'shop', name} as const;
    await postMessage(this.context, await this.load(), {id, speaker, via: 'desk', text});
    return id;
  }

  async messages(): Promise<ChatMessage[]> {
    const rows = await readAfter(this.context.db, this.id, 0);
    return rows
      .map(row => toEvent(row, {isModerator: true}))
      .flatMap(event => (event.kind === 'message' ? [event.message] : []));
  }

  async texts(): Promise<(string | undefined)[]> {
    return (await this.messages()).map(({text}) => text);
  }
}
