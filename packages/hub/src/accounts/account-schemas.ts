import {Type, type TSchema} from 'typebox';

export const Email = Type.String({maxLength: 254, pattern: '^\\s*[^@\\s]+@[^@\\s]+\\s*$'});
export const PersonName = Type.String({minLength: 1, maxLength: 80});

/** A link's secret, as `secretToken` makes it. */
const LinkToken = Type.String({pattern: '^[A-Za-z0-9_-]{43}$'});

/** `POST /api/session/link` */
export const LinkRequest = Type.Object({email: Email}, {additionalProperties: false});

/** `POST /api/session`; name and e-mail for the first admin's link. */
export const SessionRequest = Type.Object(
  {token: LinkToken, name: Type.Optional(PersonName), email: Type.Optional(Email)},
  {additionalProperties: false},
);

const RoleName = Type.Union([
  Type.Literal('admin'),
  Type.Literal('merchant'),
  Type.Literal('clerk'),
]);

/** `GET /api/session` */
export const SessionAnswer = Type.Object({
  person: Type.Object({
    id: Type.String(),
    email: Type.String(),
    name: Type.Optional(Type.String()),
  }),
  memberships: Type.Array(
    Type.Object({shop: Type.String(), name: Type.Optional(Type.String()), role: RoleName}),
  ),
});

export const PasskeyAnswer = Type.Object({
  id: Type.String(),
  name: Type.String(),
  createdAt: Type.String(),
  lastUsedAt: Type.Optional(Type.String()),
});

const Base64url = (maxLength: number) =>
  Type.String({minLength: 1, maxLength, pattern: '^[A-Za-z0-9_-]+$'});

/** What browsers add over time is let through; the library reads what it knows. */
const credential = <T extends Record<string, TSchema>>(response: T) => ({
  id: Base64url(2048),
  rawId: Base64url(2048),
  type: Type.Literal('public-key'),
  clientExtensionResults: Type.Object({}, {additionalProperties: true}),
  authenticatorAttachment: Type.Optional(
    Type.Union([Type.Literal('platform'), Type.Literal('cross-platform')]),
  ),
  response: Type.Object(response, {additionalProperties: true}),
});

/** `RegistrationResponseJSON` of WebAuthn level 3, and the passkey's name. */
export const PasskeyRegistration = Type.Object(
  {
    ...credential({
      clientDataJSON: Base64url(4096),
      attestationObject: Base64url(65_536),
      transports: Type.Optional(Type.Array(Type.String({maxLength: 32}), {maxItems: 10})),
    }),
    name: Type.Optional(Type.String({minLength: 1, maxLength: 80})),
  },
  {additionalProperties: true},
);

/** `AuthenticationResponseJSON` of WebAuthn level 3. */
export const PasskeyAssertion = Type.Object(
  credential({
    clientDataJSON: Base64url(4096),
    authenticatorData: Base64url(8192),
    signature: Base64url(8192),
    userHandle: Type.Optional(Type.String({maxLength: 128})),
  }),
  {additionalProperties: true},
);
