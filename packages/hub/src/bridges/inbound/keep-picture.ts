import {keepImage} from '../../chat/images/image-store.js';
import type {RoomAccess} from '../../chat/rooms/access.js';
import type {HubContext} from '../../context.js';

/**
 * Keeps a picture that came over a bridge, for a message to show, once.
 *
 * @throws HubProblem for what is no picture, or too large a one
 */
export async function keepPicture(
  context: HubContext,
  access: RoomAccess,
  {id, bytes}: {id: string; bytes: Uint8Array},
): Promise<void> {
  await keepImage(context, access, {id, sent: Buffer.from(bytes)});
}
