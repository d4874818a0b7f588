import type {HubConfig} from '../../../src/config/hub-config.js';
import {chatConfig} from '../../chat/support/chat-hub.js';
import type {TestDatabase} from '../../support/databases.js';
import {testHub, type TestHub, type TestHubOptions} from '../../support/test-hub.js';

export const MAIL_SECRET = 'a-long-secret-of-the-mail-bridge';

/** Everything that a hub can be told to have, so that all of its routes are there. */
export const EVERYTHING = {
  chat: chatConfig(),
  bridges: {
    mail: {address: 'chat@reply.hub.example', webhookSecret: MAIL_SECRET, acceptsAnySender: false},
    xmpp: {host: '127.0.0.1', port: 1, domain: 'chat.hub.example', secret: 'secret'},
    matrix: {homeserver: 'https://matrix.example', domain: 'example.org', prefix: 'local_chat_'},
  },
  payments: {fournil: {provider: 'mollie', apiKey: 'test_key'}},
} as const satisfies Partial<HubConfig>;

/** A hub with all routes there are. */
export const wholeHub = (
  database: TestDatabase,
  {config, ...options}: TestHubOptions = {},
): Promise<TestHub> => testHub(database, {...options, config: {...EVERYTHING, ...config}});
