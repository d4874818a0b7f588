import type {Database, HubContext} from '../../context.js';
import type {BridgedRoom} from '../bridge.js';
import {BRIDGE_WORDS} from '../locales/bridge-words.js';
import {shopLanguage} from '../shop-language.js';
import {visitorName} from '../visitor.js';
import {MatrixError, matrixPath} from './client.js';
import type {MatrixClient} from './client.js';
import {aliasOf, userOf} from './matrix-options.js';
import type {MatrixOptions} from './matrix-options.js';

/** The Matrix room of a conversation. */
export interface RemoteRoom {
  roomId: string;
  /** Of Matrix: `!…:domain`. */
  remoteId: string;
  /** Of the visitor. */
  user: string;
}

/** What is noted of it: who was invited, until they leave. */
interface RoomNotes {
  invited?: string;
}

interface Row {
  remote_id: string;
  room_id: string;
  data: string | null;
}

const notesOf = ({data}: Row) => JSON.parse(data ?? '{}') as RoomNotes;

const rows = (db: Database) =>
  db
    .selectFrom('bridge_rooms')
    .select(['remote_id', 'room_id', 'data'])
    .where('bridge', '=', 'matrix');

/** The conversation of a Matrix room. */
export async function conversationOf(db: Database, remoteId: string): Promise<string | undefined> {
  return (await rows(db).where('remote_id', '=', remoteId).executeTakeFirst())?.room_id;
}

/** Notes who is invited, or in it; nobody once they left. */
export async function noteInvited(
  db: Database,
  roomId: string,
  invited: string | undefined,
): Promise<void> {
  const notes: RoomNotes = invited === undefined ? {} : {invited};
  await db
    .updateTable('bridge_rooms')
    .set({data: JSON.stringify(notes)})
    .where('bridge', '=', 'matrix')
    .where('room_id', '=', roomId)
    .execute();
}

interface Context extends Pick<HubContext, 'db'> {
  client: MatrixClient;
  options: MatrixOptions;
}

/**
 * The Matrix room of a conversation, made when it is not there, with who answers invited. What was begun
 * and never written down is found again: users and aliases have names that follow from the conversation.
 *
 * @throws the errors of the client
 */
export async function remoteRoom(context: Context, room: BridgedRoom): Promise<RemoteRoom> {
  const {db, options} = context;
  const {id} = room.row;
  const user = userOf(options, id);
  const known = await rows(db).where('room_id', '=', id).executeTakeFirst();
  if (known && notesOf(known).invited === room.address) {
    return {roomId: id, remoteId: known.remote_id, user};
  }
  const remoteId = known?.remote_id ?? (await makeRoom(context, room, user));
  await db
    .insertInto('bridge_rooms')
    .values({bridge: 'matrix', room_id: id, remote_id: remoteId, data: null})
    .onConflict(conflict => conflict.columns(['bridge', 'room_id']).doNothing())
    .execute();
  await invite(context, {remoteId, user, who: room.address});
  await noteInvited(db, id, room.address);
  return {roomId: id, remoteId, user};
}

async function makeRoom(
  {db, client, options}: Context,
  room: BridgedRoom,
  user: string,
): Promise<string> {
  const language = await shopLanguage(db, room.shop.id);
  const name = visitorName(room.contact, language);
  await register(client, options, room.row.id);
  await client.call({
    method: 'PUT',
    path: matrixPath`/client/v3/profile/${user}/displayname`,
    user,
    body: {displayname: name},
  });
  const alias = aliasOf(options, room.row.id);
  const topic = BRIDGE_WORDS[language].roomTopic(
    room.shop.settings.name,
    room.row.page ?? undefined,
  );
  try {
    const {room_id} = await client.call({
      method: 'POST',
      path: '/client/v3/createRoom',
      user,
      body: {
        preset: 'trusted_private_chat',
        visibility: 'private',
        is_direct: true,
        name: `${name} – ${room.shop.settings.name}`,
        topic,
        room_alias_name: alias,
        invite: [room.address],
      },
    });
    return String(room_id);
  } catch (error) {
    if (!(error instanceof MatrixError && error.code === 'M_ROOM_IN_USE')) throw error;
    const path = matrixPath`/client/v3/directory/room/${`#${alias}:${options.domain}`}`;
    const {room_id} = await client.call({method: 'GET', path});
    return String(room_id);
  }
}

/** Makes the user of a conversation's visitor, unless it is there. */
export async function register(
  client: MatrixClient,
  options: MatrixOptions,
  room: string,
): Promise<void> {
  try {
    await client.call({
      method: 'POST',
      path: '/client/v3/register',
      body: {
        type: 'm.login.application_service',
        username: `${options.prefix}${room}`,
        inhibit_login: true,
      },
    });
  } catch (error) {
    if (!(error instanceof MatrixError && error.code === 'M_USER_IN_USE')) throw error;
  }
}

async function invite(
  {client}: Context,
  {remoteId, user, who}: {remoteId: string; user: string; who: string},
): Promise<void> {
  const path = matrixPath`/client/v3/rooms/${remoteId}/state/m.room.member/${who}`;
  if (await isThere(client, path, user)) return;
  await client.call({method: 'PUT', path, user, body: {membership: 'invite', is_direct: true}});
}

/** Whether somebody is invited, or in the room. */
async function isThere(client: MatrixClient, path: string, user: string): Promise<boolean> {
  try {
    const {membership} = await client.call({method: 'GET', path, user});
    return membership === 'join' || membership === 'invite';
  } catch (error) {
    if (error instanceof MatrixError && error.code === 'M_NOT_FOUND') return false;
    throw error;
  }
}
