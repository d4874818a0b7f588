import {Type, type Static} from 'typebox';

/** Names a shop or a product in addresses: lower-case letters, digits and single hyphens. */
export const Id = Type.String({minLength: 1, maxLength: 64, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$'});

/** Money: whole cents of a euro, taxes included. */
export const Cents = Type.Integer({minimum: 0, maximum: 10_000_000});

/** An instant in UTC as `Date.prototype.toISOString` writes it (RFC 3339): `2026-11-22T09:30:00.000Z`. */
export const Instant = Type.String({
  pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$`,
});

/** A day of the calendar where the shop is: `2026-11-22`. */
export const CalendarDate = Type.String({pattern: String.raw`^\d{4}-\d{2}-\d{2}$`});

/** A time on the shop's own clock: `18:00`. */
export const WallTime = Type.String({pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$'});

/** Days of the week as in `opening_hours` of OpenStreetMap. */
export const Weekday = Type.Union([
  Type.Literal('Mo'),
  Type.Literal('Tu'),
  Type.Literal('We'),
  Type.Literal('Th'),
  Type.Literal('Fr'),
  Type.Literal('Sa'),
  Type.Literal('Su'),
]);
export type Weekday = Static<typeof Weekday>;

/** Plain text of at most so many characters; never markup. */
export const Text = (maxLength: number) => Type.String({minLength: 1, maxLength});

/** An address that starts with `https:` (or `http:` on a machine of one's own). */
export const WebAddress = Type.String({maxLength: 2000, pattern: '^https?://[^\\s]+$'});

/** schema.org `PostalAddress`. */
export const PostalAddress = Type.Object(
  {
    streetAddress: Type.Optional(Text(200)),
    postalCode: Type.Optional(Text(16)),
    addressLocality: Type.Optional(Text(100)),
    addressCountry: Type.Optional(Type.String({pattern: '^[A-Z]{2}$'})),
  },
  {additionalProperties: false},
);
export type PostalAddress = Static<typeof PostalAddress>;

/** The languages in which the hub writes to people. */
export const Language = Type.Union([Type.Literal('fr'), Type.Literal('en')]);
export type Language = Static<typeof Language>;
