import type {
  ChatProfile,
  ChatSettings,
  EventPage,
  MessageRequest,
  Room,
  RoomSettings,
  RoomSummary,
  SentMessage,
} from '@local-widgets/model/schemas.js';
import type {PushAddress} from '../push/push-device.js';
import type {HubClient} from './hub-client.js';
import type {AuditEntry, ChatPerson, Report} from './inbox-types.js';

const part = encodeURIComponent;

/** Milliseconds in which the stream has to begin, before the hub is asked in another way. */
const BEGINS_WITHIN = 5000;

/** `GET /v1/shops/:shop/rooms` */
export interface RoomsAnswer {
  /** The latest first. */
  readonly rooms: readonly RoomSummary[];
  readonly settings: ChatSettings;
  /** To be handed back as `before` for the page after this one; absent of the last one. */
  readonly next?: string;
}

export interface RoomChange {
  /** Person id. */
  readonly assignee?: string | null;
  readonly isBlocked?: boolean;
  readonly state?: 'open' | 'ended';
}

/** The hub's routes for the conversations of one shop (docs/chat-protocol.md). All of them throw `HubError`. */
export class InboxApi {
  private readonly root: string;

  constructor(
    private readonly hub: HubClient,
    /** Id of the shop. */
    readonly shop: string,
  ) {
    this.root = `/v1/shops/${part(shop)}`;
  }

  /** @param before `next` of the page before */
  rooms(
    {state, before}: {state: 'open' | 'ended'; before?: string | undefined},
    signal?: AbortSignal,
  ): Promise<RoomsAnswer> {
    const query = new URLSearchParams({state, ...(before !== undefined && {before})});
    return this.hub.ask(`${this.root}/rooms?${query}`, signal && {signal});
  }

  /** The same room as the person who asks has it: who they are in it. */
  roomOf(id: string): Promise<Room> {
    return this.hub.ask(roomPath(id));
  }

  room(id: string): Promise<RoomSummary> {
    return this.hub.ask(`${this.root}/rooms/${part(id)}`);
  }

  changeRoom(id: string, body: RoomChange): Promise<RoomSummary> {
    return this.hub.ask(`${this.root}/rooms/${part(id)}`, {method: 'PATCH', body});
  }

  /** What happens in all rooms from here on, as server-sent events. */
  stream(lastEventId: string, signal: AbortSignal): Promise<Response> {
    const headers = {
      accept: 'text/event-stream',
      ...(lastEventId && {'last-event-id': lastEventId}),
    };
    return this.hub.open(`${this.root}/chat/events`, headers, signal, BEGINS_WITHIN);
  }

  /** Who may be given a conversation. */
  async people(): Promise<readonly ChatPerson[]> {
    const path = `${this.root}/chat/people`;
    return (await this.hub.ask<{people: readonly ChatPerson[]}>(path)).people;
  }

  setAway(isAway: boolean): Promise<ChatSettings> {
    return this.hub.ask(`${this.root}/chat/away`, {method: 'PUT', body: {isAway}});
  }

  /** A part of a room's log: after a number, the latest before one, or the latest of all. */
  events(
    room: string,
    {after, before, limit}: {after?: number; before?: number; limit?: number} = {},
    signal?: AbortSignal,
  ): Promise<EventPage> {
    const query = new URLSearchParams({
      ...(after !== undefined && {after: String(after)}),
      ...(before !== undefined && {before: String(before)}),
      ...(limit !== undefined && {limit: String(limit)}),
    });
    return this.hub.ask(`${roomPath(room)}/events?${query}`, signal && {signal});
  }

  send(room: string, id: string, body: MessageRequest): Promise<SentMessage> {
    return this.hub.ask(messagePath(room, id), {method: 'PUT', body});
  }

  /** Takes back a message of one's own. */
  takeBack(room: string, id: string): Promise<SentMessage> {
    return this.hub.ask(messagePath(room, id), {method: 'DELETE'});
  }

  putImage(room: string, id: string, image: Blob): Promise<unknown> {
    const path = `${roomPath(room)}/images/${part(id)}`;
    return this.hub.ask(path, {method: 'PUT', body: image, type: image.type});
  }

  /** Address of a picture, for the page. */
  imageUrl(room: string, id: string): string {
    return this.hub.addressOf(`${roomPath(room)}/images/${part(id)}`);
  }

  markRead(room: string, seq: number): Promise<void> {
    return this.hub.ask(`${roomPath(room)}/read`, {method: 'PUT', body: {seq}});
  }

  /** That it has come to this desk, seen or not. */
  markDelivered(room: string, seq: number): Promise<void> {
    return this.hub.ask(`${roomPath(room)}/delivered`, {method: 'PUT', body: {seq}});
  }

  tellTyping(room: string): Promise<void> {
    return this.hub.ask(`${roomPath(room)}/typing`, {method: 'POST'});
  }

  /** A message that waits for approval. */
  decideMessage(
    room: string,
    id: string,
    body: {decision: 'approve' | 'reject'; reason?: string},
  ): Promise<SentMessage> {
    return this.hub.ask(`${messagePath(room, id)}/approval`, {method: 'POST', body});
  }

  /** Takes somebody else's message away; its author is told why. */
  removeMessage(room: string, id: string, reason: string): Promise<SentMessage> {
    return this.hub.ask(`${messagePath(room, id)}/removal`, {method: 'POST', body: {reason}});
  }

  /** @param body without `minutes`, for good */
  ban(room: string, member: string, body: {minutes?: number; reason: string}): Promise<void> {
    return this.hub.ask(banPath(room, member), {method: 'PUT', body});
  }

  liftBan(room: string, member: string): Promise<void> {
    return this.hub.ask(banPath(room, member), {method: 'DELETE'});
  }

  async reports(state: Report['state']): Promise<readonly Report[]> {
    const path = `${this.root}/reports?state=${state}`;
    return (await this.hub.ask<{reports: readonly Report[]}>(path)).reports;
  }

  decideReport(id: string, body: {decision: 'keep' | 'remove'; reason: string}): Promise<unknown> {
    return this.hub.ask(`/v1/reports/${part(id)}/decision`, {method: 'POST', body});
  }

  settings(): Promise<ChatSettings> {
    return this.hub.ask(`${this.root}/chat/settings`);
  }

  putSettings(body: ChatSettings): Promise<ChatSettings> {
    return this.hub.ask(`${this.root}/chat/settings`, {method: 'PUT', body});
  }

  /** Makes a room, changes one, or opens one again. */
  putPublicRoom(id: string, body: RoomSettings): Promise<RoomSummary> {
    return this.hub.ask(`${this.root}/public-rooms/${part(id)}`, {method: 'PUT', body});
  }

  closePublicRoom(id: string): Promise<void> {
    return this.hub.ask(`${this.root}/public-rooms/${part(id)}`, {method: 'DELETE'});
  }

  async audit(): Promise<readonly AuditEntry[]> {
    const path = `${this.root}/chat/audit`;
    return (await this.hub.ask<{entries: readonly AuditEntry[]}>(path)).entries;
  }

  /** What a page may know before anybody writes; the key for notifications is in it. */
  profile(): Promise<ChatProfile> {
    return this.hub.ask(`${this.root}/chat`);
  }

  subscribe(body: PushAddress): Promise<void> {
    return this.hub.ask('/v1/push-subscriptions', {method: 'PUT', body});
  }

  unsubscribe(endpoint: string): Promise<void> {
    return this.hub.ask('/v1/push-subscriptions', {method: 'DELETE', body: {endpoint}});
  }
}

function roomPath(room: string): string {
  return `/v1/rooms/${part(room)}`;
}

function messagePath(room: string, id: string): string {
  return `${roomPath(room)}/messages/${part(id)}`;
}

function banPath(room: string, member: string): string {
  return `${roomPath(room)}/members/${part(member)}/ban`;
}
