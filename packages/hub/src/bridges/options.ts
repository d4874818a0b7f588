import {resolve} from 'node:path';
import {Type, type Static} from 'typebox';
import type {MatrixOptions} from './matrix/matrix-options.js';
import type {ComponentAccount} from './xmpp/component.js';

const Port = Type.Integer({minimum: 1, maximum: 65_535});
const Domain = Type.String({pattern: '^[^\\s/@:]+(:\\d+)?$', maxLength: 255});
const Secret = Type.String({minLength: 20, maxLength: 500});
const strict = {additionalProperties: false};

/** The `bridges` part of the configuration file: what a hub reaches people by who answer elsewhere. */
export const BridgesFile = Type.Object(
  {
    mail: Type.Optional(
      Type.Object(
        {
          /** Ten characters before the at sign: what follows them has to fit (RFC 5321, 4.5.3.1.1). */
          address: Type.String({maxLength: 254, pattern: '^[^@+\\s<>]{1,10}@[^@+\\s<>]+$'}),
          smtp: Type.Optional(
            Type.Object(
              {
                host: Type.Optional(Type.String({minLength: 1})),
                port: Type.Integer({minimum: 0, maximum: 65_535}),
                certificateFile: Type.Optional(Type.String({minLength: 1})),
                keyFile: Type.Optional(Type.String({minLength: 1})),
              },
              strict,
            ),
          ),
          webhookSecret: Type.Optional(Secret),
          acceptsAnySender: Type.Optional(Type.Boolean()),
          trustsResultsOf: Type.Optional(Type.String({minLength: 1, maxLength: 255})),
        },
        strict,
      ),
    ),
    xmpp: Type.Optional(
      Type.Object(
        {
          host: Type.Optional(Type.String({minLength: 1})),
          port: Type.Optional(Port),
          domain: Domain,
          secret: Type.String({minLength: 1}),
        },
        strict,
      ),
    ),
    matrix: Type.Optional(
      Type.Object(
        {
          homeserver: Type.String({pattern: '^https?://[^\\s/]+$'}),
          domain: Domain,
          prefix: Type.Optional(Type.String({pattern: '^[a-z0-9._=-]{1,60}$'})),
        },
        strict,
      ),
    ),
  },
  strict,
);
type BridgesFile = Static<typeof BridgesFile>;

/** How answers by mail come in. */
export interface MailBridgeOptions {
  /** `chat@reply.hub.example`: answers go to addresses that begin like it, and a `+`. */
  address: string;
  /** Where mails are taken from the next mail server. */
  smtp?: {host: string; port: number; certificateFile?: string; keyFile?: string};
  /** With which a provider may hand mails over, at `POST /v1/bridges/mail`. */
  webhookSecret?: string;
  /** Whether a signed address is enough; else the sender must be somebody of the shop, or the visitor. */
  acceptsAnySender: boolean;
  /** The mail server whose `Authentication-Results` are believed (RFC 8601: its authserv-id). */
  trustsResultsOf?: string;
}

/** The `bridges` part of the hub's configuration; what is absent is not run. */
export interface BridgesConfig {
  mail?: MailBridgeOptions;
  xmpp?: ComponentAccount;
  matrix?: MatrixOptions;
}

/** @param cwd folder that relative paths start from */
export function completeBridges(
  {mail, xmpp, matrix}: BridgesFile = {},
  cwd: string,
): BridgesConfig {
  return {
    ...(mail && {mail: completeMail(mail, cwd)}),
    ...(xmpp && {xmpp: {host: '127.0.0.1', port: 5347, ...xmpp}}),
    ...(matrix && {matrix: {prefix: 'local_chat_', ...matrix}}),
  };
}

function completeMail(
  {smtp, acceptsAnySender = false, ...mail}: NonNullable<BridgesFile['mail']>,
  cwd: string,
): MailBridgeOptions {
  return {...mail, acceptsAnySender, ...(smtp && {smtp: completeSmtp(smtp, cwd)})};
}

function completeSmtp(
  {certificateFile, keyFile, ...smtp}: NonNullable<NonNullable<BridgesFile['mail']>['smtp']>,
  cwd: string,
): NonNullable<MailBridgeOptions['smtp']> {
  return {
    host: '127.0.0.1',
    ...smtp,
    ...(certificateFile !== undefined && {certificateFile: resolve(cwd, certificateFile)}),
    ...(keyFile !== undefined && {keyFile: resolve(cwd, keyFile)}),
  };
}

/** What is expected, where the sentence of the schema is not enough. */
export const BRIDGE_HINTS: Readonly<Record<string, string>> = {
  'bridges.mail.address':
    ' Write it like chat@reply.hub.example, with at most ten characters before the @ and no +.',
  'bridges.mail.webhookSecret': ' Take at least 20 characters that nobody can guess.',
  'bridges.xmpp.domain':
    ' Write the domain that the server gives to the component: chat.hub.example.',
  'bridges.matrix.homeserver': ' Write it like https://matrix.example, without a path.',
  'bridges.matrix.domain': ' Write what stands after the colon in its users’ names: example.org.',
  'bridges.matrix.prefix': ' Small letters, digits and . _ = - are possible.',
};

/** What no schema can say of settings that fit it: one sentence for each. */
export function bridgeFaults({mail}: BridgesFile = {}): string[] {
  if (!mail) return [];
  const {smtp, webhookSecret} = mail;
  const faults: string[] = [];
  if (!smtp && webhookSecret === undefined) {
    faults.push(
      'bridges.mail: answers cannot come in. Set bridges.mail.smtp, bridges.mail.webhookSecret, or both.',
    );
  }
  if ((smtp?.certificateFile === undefined) !== (smtp?.keyFile === undefined)) {
    faults.push(
      'bridges.mail.smtp: certificateFile and keyFile belong together. Set both, or none.',
    );
  }
  return faults;
}
