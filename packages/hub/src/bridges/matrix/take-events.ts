import type {Language} from '@local-widgets/model/schemas.js';
import {deleteMessage} from '../../chat/log/delete-message.js';
import {markRoom} from '../../chat/log/marks.js';
import {loadRoom} from '../../chat/rooms/load-room.js';
import type {LoadedRoom} from '../../chat/rooms/load-room.js';
import {tellTyping} from '../../chat/rooms/typing.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {messageNamed, seqOf} from '../inbound/bridge-messages.js';
import {keepPicture} from '../inbound/keep-picture.js';
import {shopAccess} from '../inbound/shop-access.js';
import {splitText} from '../inbound/split-text.js';
import {partId, takeMessage} from '../inbound/take-message.js';
import {BRIDGE_WORDS, refusalOf} from '../locales/bridge-words.js';
import type {BridgeWords} from '../locales/bridge-words.js';
import {shopLanguage} from '../shop-language.js';
import {MatrixError, matrixPath} from './client.js';
import type {MatrixClient} from './client.js';
import {readEphemeral, readEvent} from './events.js';
import type {MatrixEvent, MatrixSaid, MatrixSeen} from './events.js';
import {roomOf, userOf} from './matrix-options.js';
import type {MatrixOptions} from './matrix-options.js';
import {conversationOf, noteInvited} from './remote-room.js';

export interface TakingContext {
  context: HubContext;
  client: MatrixClient;
  options: MatrixOptions;
}

/** A conversation whose Matrix room something happened in. */
interface Happened {
  room: LoadedRoom;
  remoteId: string;
  event: string;
  sender: string;
  language: Language;
}

/** Bytes of a picture; more are refused by who keeps it. */
const MOST_PICTURE = 1_000_000;

/**
 * Takes what a homeserver pushes, each event once, in order. Throws what keeps the hub from writing it, so
 * that the homeserver comes again.
 */
export async function takeEvent(taking: TakingContext, event: MatrixEvent): Promise<void> {
  const {context, options} = taking;
  const [id, remoteId, sender] = [event.event_id, event.room_id, event.sender].map(value =>
    typeof value === 'string' ? value : '',
  ) as [string, string, string];
  const said = readEvent(event);
  // our own come back as well
  if (!said || id === '' || sender === '' || roomOf(options, sender) !== undefined) return;
  const room = await roomNamed(context, remoteId);
  if (!room) return;
  const language = await shopLanguage(context.db, room.row.shop_id);
  const happened: Happened = {room, remoteId, event: id, sender, language};
  if (said.kind === 'membership') return takeMembership(taking, happened, said);
  if (sender !== room.chat.matrix) {
    if (said.kind !== 'redaction') await tell(taking, happened, 'notYours');
    return;
  }
  switch (said.kind) {
    case 'text':
      return takeText(taking, happened, said.text);
    case 'picture':
      return takePicture(taking, happened, said);
    case 'file':
      return tell(taking, happened, 'file');
    case 'encrypted':
      return tell(taking, happened, 'encrypted');
    case 'redaction':
      return takeRedaction(taking, happened, said.of);
  }
}

/** What is told and forgotten: what somebody has seen, and that they type. */
export async function takeEphemeral(
  {context}: Pick<TakingContext, 'context'>,
  event: MatrixEvent,
): Promise<void> {
  for (const seen of readEphemeral(event)) {
    const room = await roomNamed(context, seen.room);
    if (room) await takeSeen(context, room, seen);
  }
}

async function takeSeen(context: HubContext, room: LoadedRoom, seen: MatrixSeen): Promise<void> {
  const {matrix} = room.chat;
  if (matrix === undefined) return;
  if (seen.kind === 'typing') {
    if (seen.users.includes(matrix)) tellTyping(context, shopAccess(room));
    return;
  }
  if (seen.user !== matrix) return;
  const named = await messageNamed(context.db, 'matrix', seen.event);
  if (named?.room_id !== room.row.id || !named.message_id) return;
  const upTo = await seqOf(context.db, room.row.id, named.message_id);
  if (upTo !== undefined) await markRoom(context, room, {kind: 'read', role: 'shop', upTo});
}

async function roomNamed(context: HubContext, remoteId: string): Promise<LoadedRoom | undefined> {
  const id = await conversationOf(context.db, remoteId);
  const room = id === undefined ? undefined : await loadRoom(context.db, id);
  return room?.row.erased_at === null ? room : undefined;
}

async function takeText(taking: TakingContext, happened: Happened, text: string): Promise<void> {
  const texts = splitText(text);
  if (!texts) return tell(taking, happened, 'tooLong');
  if (texts.length === 0) return;
  await post(taking, happened, {texts});
}

async function takePicture(
  taking: TakingContext,
  happened: Happened,
  {server, media, alt}: MatrixSaid & {kind: 'picture'},
): Promise<void> {
  const {client, context} = taking;
  const {room, event} = happened;
  try {
    const bytes = await fetchMedia(client, server, media);
    const image = partId('matrix', `${event} picture`, 0);
    await keepPicture(context, shopAccess(room), {id: image, bytes});
    await post(taking, happened, {texts: [], images: [{id: image, ...(alt && {alt})}]});
  } catch (error) {
    const isRefused = error instanceof MatrixError || error instanceof HubProblem;
    if (!isRefused) throw error;
    await tell(taking, happened, 'picture');
  }
}

/** Media are asked for with a token since Matrix 1.11; homeservers before that have them elsewhere. */
async function fetchMedia(
  client: MatrixClient,
  server: string,
  media: string,
): Promise<Uint8Array> {
  try {
    const path = matrixPath`/client/v1/media/download/${server}/${media}`;
    return await client.download(path, MOST_PICTURE);
  } catch (error) {
    if (!(error instanceof MatrixError && error.status === 404)) throw error;
    return client.download(matrixPath`/media/v3/download/${server}/${media}`, MOST_PICTURE);
  }
}

async function post(
  taking: TakingContext,
  happened: Happened,
  said: {texts: readonly string[]; images?: readonly {id: string; alt?: string}[]},
): Promise<void> {
  const {room, event} = happened;
  try {
    await takeMessage(taking.context, {
      bridge: 'matrix',
      remoteId: event,
      room,
      speaker: {role: 'shop'},
      ...said,
    });
  } catch (error) {
    if (!(error instanceof HubProblem)) throw error;
    await tell(taking, happened, refusalOf(error));
  }
}

async function takeRedaction(
  {context}: TakingContext,
  {room}: Happened,
  of: string,
): Promise<void> {
  const named = await messageNamed(context.db, 'matrix', of);
  if (named?.direction !== 'in' || !named.message_id || named.room_id !== room.row.id) return;
  const {viewer} = shopAccess(room);
  const deletion = {
    messageId: named.message_id,
    by: 'author' as const,
    allowed: ({author_id}: {author_id: string}) => author_id === viewer.authorId,
  };
  await deleteMessage(context, room.row.id, deletion, viewer);
}

/** Who left is invited again with the next message. */
async function takeMembership(
  {context}: TakingContext,
  {room}: Happened,
  {of, isThere}: MatrixSaid & {kind: 'membership'},
): Promise<void> {
  if (of !== room.chat.matrix) return;
  await noteInvited(context.db, room.row.id, isThere ? of : undefined);
}

/** Says in the room why something was not taken; once, however often the event comes. */
async function tell(
  {client, options}: TakingContext,
  {room, remoteId, event, language}: Happened,
  why: keyof BridgeWords['refused'],
): Promise<void> {
  const user = userOf(options, room.row.id);
  const body = {msgtype: 'm.notice', body: BRIDGE_WORDS[language].refused[why]};
  const path = matrixPath`/client/v3/rooms/${remoteId}/send/m.room.message/${`refused-${event}`}`;
  try {
    await client.call({method: 'PUT', path, user, body});
  } catch (error) {
    // who is no more in the room cannot say anything there
    if (!(error instanceof MatrixError)) throw error;
  }
}
