import {Type, type Static} from 'typebox';
import {BridgesFile} from '../bridges/options.js';

const Port = Type.Integer({minimum: 0, maximum: 65_535});
const Positive = Type.Integer({minimum: 1, maximum: 1_000_000});
const Url = Type.String({pattern: '^https?://[^\\s/]+(/[^\\s]*)?$'});
const Email = Type.String({maxLength: 254, pattern: '^[^@\\s<>]+@[^@\\s<>]+$'});
const strict = {additionalProperties: false};

const Mail = Type.Object(
  {
    from: Type.Optional(
      Type.Object(
        {name: Type.Optional(Type.String({minLength: 1, maxLength: 120})), address: Email},
        strict,
      ),
    ),
    smtp: Type.Optional(
      Type.Object(
        {
          host: Type.String({minLength: 1}),
          port: Type.Optional(Port),
          secure: Type.Optional(Type.Boolean()),
          requireTls: Type.Optional(Type.Boolean()),
          user: Type.Optional(Type.String({minLength: 1})),
          password: Type.Optional(Type.String({minLength: 1})),
        },
        strict,
      ),
    ),
  },
  strict,
);

const PaymentAccount = Type.Union([
  Type.Object(
    {
      provider: Type.Literal('mollie'),
      apiKey: Type.String({pattern: '^(live|test)_\\w+$'}),
      baseUrl: Type.Optional(Url),
    },
    strict,
  ),
  Type.Object(
    {
      provider: Type.Literal('stripe'),
      secretKey: Type.String({pattern: '^(sk|rk)_(live|test)_\\w+$'}),
      webhookSecret: Type.String({pattern: '^whsec_.+$'}),
      baseUrl: Type.Optional(Url),
    },
    strict,
  ),
]);

/** The configuration file. Every key may be missing; none may be unknown. */
export const ConfigFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    dataFolder: Type.Optional(Type.String({minLength: 1})),
    databaseUrl: Type.Optional(Type.String({pattern: '^postgres(ql)?://'})),
    host: Type.Optional(Type.String({minLength: 1})),
    port: Type.Optional(Port),
    publicUrl: Type.Optional(Url),
    trustsProxy: Type.Optional(Type.Boolean()),
    logLevel: Type.Optional(
      Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    ),
    mail: Type.Optional(Mail),
    payments: Type.Optional(Type.Record(Type.String(), PaymentAccount)),
    bridges: Type.Optional(BridgesFile),
    webhooks: Type.Optional(Type.Object({allowLoopback: Type.Boolean()}, strict)),
    retention: Type.Optional(
      Type.Object({contactDays: Type.Integer({minimum: 1, maximum: 3650})}, strict),
    ),
    chat: Type.Optional(
      Type.Object(
        {
          proofWork: Type.Optional(Type.Integer({minimum: 0, maximum: 300_000})),
          contributionDays: Type.Optional(Type.Integer({minimum: 1, maximum: 3650})),
          limits: Type.Optional(
            Type.Object(
              {
                requestsPerMinute: Type.Optional(Positive),
                messagesPerMinute: Type.Optional(Positive),
                messagesPerMinuteOfAddress: Type.Optional(Positive),
                messagesPerMinuteOfShop: Type.Optional(Positive),
                conversationsPerHour: Type.Optional(Positive),
                imagesPerHour: Type.Optional(Positive),
                reportsPerHour: Type.Optional(Positive),
                mailsPerHour: Type.Optional(Positive),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
    events: Type.Optional(
      Type.Object(
        {
          feeds: Type.Optional(
            Type.Object(
              {
                allowLoopback: Type.Optional(Type.Boolean()),
                openAgendaKey: Type.Optional(Type.String({pattern: '^\\w{8,128}$'})),
              },
              strict,
            ),
          ),
          limits: Type.Optional(
            Type.Object(
              {
                registrationsPerMinute: Type.Optional(Positive),
                proposalsPerHour: Type.Optional(Positive),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
    limits: Type.Optional(
      Type.Object(
        {
          requestsPerMinute: Type.Optional(Positive),
          ordersPerMinute: Type.Optional(Positive),
          signInsPerHour: Type.Optional(Positive),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type ConfigFile = Static<typeof ConfigFile>;

/** Environment variables, and the key of the file that each of them overrides. */
export const VARIABLES = {
  LOCAL_HUB_DATA: 'dataFolder',
  DATABASE_URL: 'databaseUrl',
  HOST: 'host',
  PORT: 'port',
  LOCAL_HUB_PUBLIC_URL: 'publicUrl',
  LOCAL_HUB_TRUSTS_PROXY: 'trustsProxy',
  LOCAL_HUB_LOG_LEVEL: 'logLevel',
  LOCAL_HUB_MAIL_FROM: 'mail.from.address',
  LOCAL_HUB_SMTP_HOST: 'mail.smtp.host',
  LOCAL_HUB_SMTP_PORT: 'mail.smtp.port',
  LOCAL_HUB_SMTP_SECURE: 'mail.smtp.secure',
  LOCAL_HUB_SMTP_USER: 'mail.smtp.user',
  LOCAL_HUB_SMTP_PASSWORD: 'mail.smtp.password',
  LOCAL_HUB_INBOUND_MAIL_SECRET: 'bridges.mail.webhookSecret',
  LOCAL_HUB_XMPP_SECRET: 'bridges.xmpp.secret',
  LOCAL_HUB_OPENAGENDA_KEY: 'events.feeds.openAgendaKey',
} as const satisfies Record<string, string>;
