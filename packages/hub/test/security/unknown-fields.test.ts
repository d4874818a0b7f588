import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {memoryDatabase} from '../support/memory.js';
import {asked, nameOf} from './support/addresses.js';
import {wholeHub} from './support/whole-hub.js';

const BROWSERS = 'browsers add to it over time; WebAuthn’s library reads what it knows';

/** Where a body may have more than its schema names, and why that is no harm. */
const MAY_HAVE_MORE: Readonly<Record<string, string>> = {
  'POST /api/passkeys': BROWSERS,
  'POST /api/passkeys clientExtensionResults': BROWSERS,
  'POST /api/passkeys response': BROWSERS,
  'POST /api/session/passkey': BROWSERS,
  'POST /api/session/passkey clientExtensionResults': BROWSERS,
  'POST /api/session/passkey response': BROWSERS,
  'PUT /v1/push-subscriptions':
    'as browsers write it, with what they add; the store names its columns',
  'PUT /v1/push-subscriptions keys': 'the same',
  'PUT /v1/rooms/:room/messages/:uuid image':
    'a page may hand back what the hub told of the picture',
};

/** As far as these tests look into a JSON Schema. */
interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema | Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
}

describe('bodies', () => {
  it('have no field that their schema does not name', async () => {
    const hub = await wholeHub(await memoryDatabase());
    const open: string[] = [];
    for (const route of asked(hub.routes)) {
      const {body} = (route.options.schema ?? {}) as {body?: Schema};
      if (body) open.push(...openObjects(body, nameOf(route)));
    }
    assert.deepEqual(
      open.filter(at => !(at in MAY_HAVE_MORE)),
      [],
    );
    assert.deepEqual(
      Object.keys(MAY_HAVE_MORE).filter(at => !open.includes(at)),
      [],
      'reasons for what is no more',
    );
    await hub.close();
  });
});

/** Places of objects that take unknown properties. */
function openObjects(schema: Schema, at: string): string[] {
  const {properties = {}, patternProperties = {}, items = [], anyOf = [], allOf = []} = schema;
  const more = schema.additionalProperties;
  const isOpen = schema.type === 'object' && more === undefined && !schema.patternProperties;
  return [
    ...(isOpen || more === true ? [at] : []),
    ...Object.entries(properties).flatMap(([name, each]) => openObjects(each, `${at} ${name}`)),
    ...Object.values(patternProperties).flatMap(each => openObjects(each, `${at} *`)),
    ...[items].flat().flatMap(each => openObjects(each, `${at}[]`)),
    ...[...anyOf, ...allOf].flatMap(each => openObjects(each, at)),
    ...(typeof more === 'object' ? openObjects(more, `${at} *`) : []),
  ];
}
