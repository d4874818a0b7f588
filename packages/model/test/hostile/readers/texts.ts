import {
  cleanList,
  cleanMessage,
  cleanText,
  createTextMatcher,
  explainLonLat,
  jsonForScript,
  normalizeText,
  paramsIn,
  parseLonLat,
  readCursor,
  RoomLog,
  titleCase,
  unescapeItem,
  webcalUrl,
  zoneOf,
} from '../../../src/index.js';
import type {ChatEvent} from '../../../src/schemas.js';
import type {Sample} from '../corpus/inputs.js';
import {jsonTemplate, plainTemplate} from '../corpus/template.js';
import type {HostileReader} from '../reader.js';

const BOMBS = {
  'white space in the middle': () => `a${' '.repeat(400_000)}b`,
  'white space on many lines': () => `a${'  \n'.repeat(200_000)}b`,
  'combining marks': () => `a${'\u0301'.repeat(400_000)}`,
};
const text: Sample = {name: 'a text', template: plainTemplate('Bonjour, à demain !'), bombs: BOMBS};

const log = [1, 2, 3].map(seq => ({
  kind: 'message',
  seq,
  at: '2026-01-05T10:00:00.000Z',
  message: {
    id: `m${seq}`,
    author: {id: 'v1', role: 'visitor', name: 'Marie'},
    via: 'web',
    text: 'Bonjour',
  },
}));

const asText = (input: string | Uint8Array): string =>
  typeof input === 'string' ? input : Buffer.from(input).toString('utf8');

/** What is typed, pasted, in an address, or in a message. */
export const textReaders: readonly HostileReader[] = [
  {
    name: 'texts',
    covers: [
      'cleanText',
      'cleanList',
      'normalizeText',
      'titleCase',
      'createTextMatcher',
      'jsonForScript',
      'zoneOf',
    ],
    samples: [text],
    read: input => {
      const given = asText(input);
      const folded = normalizeText(given.slice(0, 5000));
      createTextMatcher(given)(folded);
      zoneOf(given);
      const clean = cleanText(given, 200) ?? '';
      return {clean, list: cleanList(given, 30, 80), title: titleCase(clean)};
    },
    check: result => {
      const {clean} = result as {clean: string};
      return /<|\u2028/.test(jsonForScript({clean})) ? ['a script can be ended'] : [];
    },
  },
  {
    name: 'messages',
    covers: ['cleanMessage'],
    samples: [text],
    read: input => ({text: cleanMessage(asText(input)).slice(0, 2000)}),
  },
  {
    name: 'cursors',
    covers: ['readCursor'],
    samples: [{name: 'a cursor', template: plainTemplate('halles:12,0197-a:3')}],
    read: input => readCursor(asText(input)),
  },
  {
    name: 'addresses of pages',
    covers: ['paramsIn', 'unescapeItem', 'parseLonLat', 'explainLonLat', 'webcalUrl'],
    samples: [{name: 'an address', template: plainTemplate('https://town.example/?carte-q=pain')}],
    read: input => {
      const given = asText(input);
      const url = new URL('https://town.example/');
      url.search = `carte-q=${given}`;
      const found = paramsIn(url.href, 'carte', ['q', 'constructor', '__proto__']);
      return {
        near: parseLonLat(given),
        why: explainLonLat(given)?.length,
        items: Object.values(found).map(value => unescapeItem(value).length),
        calendar: webcalUrl(given)?.length,
      };
    },
  },
  {
    name: 'the log of a room',
    covers: ['RoomLog'],
    samples: [{name: 'messages', template: jsonTemplate(log), keep: /\.(?:kind|seq|id|role)$/}],
    read: input => {
      const events: unknown = JSON.parse(asText(input));
      const room = new RoomLog();
      // what the hub says was checked there; here is only what strangers put into it
      const known = (Array.isArray(events) ? events : []).filter(
        (one: Partial<ChatEvent> | null) => typeof one?.seq === 'number' && 'message' in one,
      ) as ChatEvent[];
      room.take(known);
      return room.messages.length;
    },
    isRefusal: error => error instanceof SyntaxError,
  },
];
