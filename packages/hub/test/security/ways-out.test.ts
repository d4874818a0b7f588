import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));

/**
 * Who may open a connection to another machine, and where to. What a shop or a visitor names is asked by the
 * guarded client alone; all others go where the hub's own configuration says.
 */
const WAYS_OUT: Readonly<Record<string, string>> = {
  'bridges/mail/smtp-receiver.ts': 'takes mails in, and opens nothing',
  'bridges/matrix/client.ts': 'to the homeserver of the configuration',
  'bridges/xmpp/component.ts': 'to the XMPP server of the configuration',
  'chat/fanout/postgres-fanout.ts': 'to the database',
  'database/open-postgres.ts': 'to the database',
  'events/feeds/fetch-feed.ts': 'the guarded client, for agendas',
  'mail/load-nodemailer.ts': 'to the mail server of the configuration',
  'payments/call-provider.ts': 'to the providers, and without following where they lead',
  'webhooks/guarded-lookup.ts': 'asks for names, and refuses private addresses',
  'webhooks/post-webhook.ts': 'the guarded client, for webhooks and push',
};

/** Those that ask addresses which a shop, or a browser, named. */
const GUARDED = ['events/feeds/fetch-feed.ts', 'webhooks/post-webhook.ts'];

const OPENS = new RegExp(
  [
    String.raw`(?<![\w-])fetch\(|globalThis\.fetch\b`,
    String.raw`(?:from |import\(|Module\(|require\(|url\)\()'(?:node:)?(?:https?|http2|tls|dgram|dns|dns/promises|child_process)'`,
    // to tell addresses apart opens nothing
    String.raw`import (?!\{isIP)[^;]*from 'node:net'`,
    String.raw`'(?:undici|ws|nodemailer|smtp-server|pg)'`,
    String.raw`new (?:WebSocket|EventSource)\(`,
  ].join('|'),
);

async function sources(): Promise<{name: string; text: string}[]> {
  const names = (await readdir(SOURCES, {recursive: true})).filter(name => name.endsWith('.ts'));
  return Promise.all(
    names.toSorted().map(async name => ({name, text: await readFile(join(SOURCES, name), 'utf8')})),
  );
}

describe('the sources of the hub', () => {
  it('open connections in these files alone', async () => {
    const found = (await sources()).filter(({text}) => OPENS.test(withoutTypes(text)));
    assert.deepEqual(
      found.map(({name}) => name),
      Object.keys(WAYS_OUT).toSorted(),
    );
  });

  it('ask what somebody else named through the guarded lookup, which is asked as the socket connects', async () => {
    for (const {name, text} of await sources()) {
      if (GUARDED.includes(name)) assert.match(text, /lookup: guardedLookup\(/, name);
    }
  });

  it('look for no secret but by its hash', async () => {
    const found = (await sources()).flatMap(({name, text}) =>
      [...text.matchAll(BY_SECRET)].map(([query]) => `${name}: ${query}`),
    );
    assert.deepEqual(found, []);
  });

  it('compare no secret as texts are compared', async () => {
    const found: string[] = [];
    for (const {name, text} of await sources()) {
      for (const line of withoutTypes(text).split('\n')) {
        if (SECRET_COMPARED.test(line)) found.push(`${name}: ${line.trim()}`);
      }
    }
    assert.deepEqual(found, [], 'compare hashes, or with timingSafeEqual');
  });
});

/** A name of something secret beside `===`, but for whether it is there at all. */
const SECRET = String.raw`[\w.!]*(?:[tT]oken|[sS]ecret|[sS]ignature|[pP]assword|[mM]ac)`;
const SECRET_COMPARED = new RegExp(
  String.raw`\b${SECRET}\s*[!=]==(?!\s*(?:undefined|null|''))|[!=]==\s*${SECRET}\b`,
);

/** A query for a secret as it was given. */
const BY_SECRET = /where\('(?:\w+\.)?(?:token|secret|password)', /g;

/** Types open nothing. */
const withoutTypes = (text: string) =>
  text.replace(/^import type .*$/gm, '').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
