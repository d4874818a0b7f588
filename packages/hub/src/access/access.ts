import type {FastifyRequest} from 'fastify';
import type {Role} from '../accounts/roles.js';

/** What a secret in an address opens; the address is the key, and `:token` its name in the route. */
export type SecretOf = 'order' | 'registration' | 'proposal' | 'chat link' | 'picture';

/** As whom somebody is in a room of the chat. */
export type RoomPart =
  /** Its visitor, people of its shop, and of a public room everybody. */
  | 'reader'
  /** Its visitor, a member of a public room, people of its shop. */
  | 'speaker'
  /** Its visitor, or who may join a public room; always by a visitor's secret. */
  | 'visitor'
  /** People of its shop. */
  | 'moderator';

/** Who may use a route. Each route declares one, and is not registered without. */
export type Access =
  | {who: 'anyone'}
  /** Anyone, but a write from a page of the hub itself alone: it begins or ends a session. */
  | {who: 'own page'}
  | {who: 'holder'; of: SecretOf}
  /** Who brings the secret of a visitor of the chat, known already or not. */
  | {who: 'visitor'}
  /** In the room `:room`, or in that of the notice `:id`. */
  | {who: 'in room'; as: RoomPart; of: 'room' | 'report'}
  | {who: 'signed in'}
  /** At the shop `:shop`; `alone` are fields of the body for which less is enough, when it has no other. */
  | {who: 'at shop'; role: Role; alone?: {fields: readonly string[]; role: Role}}
  | {who: 'admin'}
  /** A program of somebody else that proves itself by a secret of the hub's configuration. */
  | {who: 'server'; named: string; check: (request: FastifyRequest) => void}
  /** A program that signs its body, which can be looked at only once it is there: by the handler. */
  | {who: 'signer'; named: string};

export const anyone: Access = {who: 'anyone'};
export const ownPage: Access = {who: 'own page'};
export const visitor: Access = {who: 'visitor'};
export const signedIn: Access = {who: 'signed in'};
export const admin: Access = {who: 'admin'};

export const holder = (of: SecretOf): Access => ({who: 'holder', of});

export const inRoom = (as: RoomPart, of: 'room' | 'report' = 'room'): Access => ({
  ...{who: 'in room', as, of},
});

/** A clerk, and whoever is more. */
export const clerk: Access = {who: 'at shop', role: 'clerk'};
export const merchant: Access = {who: 'at shop', role: 'merchant'};

/** A merchant, and a clerk for a body that has none but these fields. */
export const merchantUnless = (...fields: string[]): Access => ({
  ...{who: 'at shop', role: 'merchant', alone: {fields, role: 'clerk'}},
});

declare module 'fastify' {
  interface FastifyContextConfig {
    access: Access;
  }
}
