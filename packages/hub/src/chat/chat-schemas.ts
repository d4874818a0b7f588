import {Id, RoomId, Uuid, VisitorContact} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';

export const ShopParams = Type.Object({shop: Id});
export const RoomParams = Type.Object({room: RoomId});
export const ItemParams = Type.Object({room: RoomId, uuid: Uuid});
export const ShopRoomParams = Type.Object({shop: Id, room: RoomId});

export const EventsQuery = Type.Object({
  after: Type.Optional(Type.Integer({minimum: 0})),
  before: Type.Optional(Type.Integer({minimum: 1})),
  limit: Type.Optional(Type.Integer({minimum: 1, maximum: 200})),
});

export const NewsQuery = Type.Object({
  /** Seconds that an answer without news may wait; makes it a long poll. */
  wait: Type.Optional(Type.Integer({minimum: 0, maximum: 30})),
  /** A cursor; as `Last-Event-ID`, which wins. */
  after: Type.Optional(Type.String({maxLength: 8000})),
});

export const Nothing = Type.Null();

export const MarkBody = Type.Object(
  {seq: Type.Integer({minimum: 0})},
  {additionalProperties: false},
);

export const TranscriptBody = Type.Object(
  {email: Type.Required(VisitorContact).properties.email},
  {additionalProperties: false},
);
