import {Id, Order, OrderState, Product, ShopSettings} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import {Email, PersonName} from '../accounts/account-schemas.js';

const Day = Type.String({pattern: String.raw`^\d{4}-\d{2}-\d{2}$`});
const RowId = Type.String({minLength: 1, maxLength: 64});

export const ShopParams = Type.Object({shop: Id});
export const RowParams = Type.Object({shop: Id, id: RowId});
export const ProductParams = Type.Object({shop: Id, product: Id});

export const DayQuery = Type.Object({day: Type.Optional(Day)});

/** A day, or all that are not over; those when neither is given. */
export const OrdersQuery = Type.Object({
  day: Type.Optional(Day),
  state: Type.Optional(Type.Literal('open')),
});

export const OrdersAnswer = Type.Object({
  orders: Type.Array(Order),
  /** Id of the last event that is in them. */
  cursor: Type.Integer({minimum: 0}),
});

export const StateChange = Type.Object(
  {
    to: OrderState,
    /** What the one who asks sees; refused when it is another by now. */
    from: Type.Optional(OrderState),
    /** Shown to the customer. */
    reason: Type.Optional(Type.String({maxLength: 300})),
  },
  {additionalProperties: false},
);

export const StreamQuery = Type.Object({
  /** As `Last-Event-ID`, for the first connection of an `EventSource`. */
  after: Type.Optional(Type.Integer({minimum: 0})),
});

/** Some of the settings; `null` takes one away (RFC 7396, of the first level). */
export const SettingsPatch = Type.Record(Type.String(), Type.Unknown());

export const NewShop = Type.Object({id: Id, settings: ShopSettings}, {additionalProperties: false});

export const ImportQuery = Type.Object({'dry-run': Type.Optional(Type.Literal('1'))});

export const ImportReport = Type.Object({
  added: Type.Array(Id),
  changed: Type.Array(Id),
  removed: Type.Array(Id),
  rejected: Type.Array(
    Type.Object({
      line: Type.Integer(),
      field: Type.Optional(Type.String()),
      message: Type.String(),
    }),
  ),
});

export const ProductQuery = Type.Object({
  /** The stock that the form showed: when the product sent has the same, orders since then still count. */
  'stock-seen': Type.Optional(Type.Integer({minimum: 0})),
});

export const ProductPatch = Type.Object(
  {
    stock: Type.Optional(Type.Union([Type.Integer({minimum: 0, maximum: 1_000_000}), Type.Null()])),
    isHidden: Type.Optional(Type.Boolean()),
    price: Type.Optional(Product.properties.price),
  },
  {additionalProperties: false},
);

/** Roles within a shop; an admin is one of the whole hub. */
const ShopRole = Type.Union([Type.Literal('merchant'), Type.Literal('clerk')]);

export const Invitation = Type.Object(
  {email: Email, role: ShopRole, name: Type.Optional(PersonName)},
  {additionalProperties: false},
);

export const NewToken = Type.Object(
  {name: Type.String({minLength: 1, maxLength: 80}), role: ShopRole},
  {additionalProperties: false},
);

export const NewWebhook = Type.Object(
  {url: Type.String({minLength: 1, maxLength: 2000})},
  {additionalProperties: false},
);

export const WebhookPatch = Type.Object({isEnabled: Type.Boolean()}, {additionalProperties: false});

export const Replay = Type.Object(
  {outboxId: Type.String({minLength: 1, maxLength: 64})},
  {additionalProperties: false},
);
