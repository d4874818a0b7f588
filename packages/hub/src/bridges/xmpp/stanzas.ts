import {NS} from './namespaces.js';
import {xml} from './xml/element.js';
import type {XmlElement} from './xml/element.js';

/** From whom to whom, both as they stand in a stanza. */
export interface Ends {
  from: string;
  to: string;
}

export interface SaidText {
  id: string;
  text: string;
  /** Of the visitor. */
  name: string;
  /** When it was said, ISO 8601, where that was a while ago (XEP-0203). */
  at?: string | undefined;
  /** Of a picture that is shown in the place of the text, which is the same address (XEP-0066). */
  url?: string | undefined;
}

/** What is said, so that the same id is the same message for whoever compares (XEP-0359). */
export function textMessage({from, to}: Ends, {id, text, name, at, url}: SaidText): XmlElement {
  return xml(
    'message',
    {type: 'chat', from, to, id},
    xml('body', {}, text),
    xml('nick', {xmlns: NS.nick}, name),
    xml('active', {xmlns: NS.chatStates}),
    xml('request', {xmlns: NS.receipts}),
    xml('markable', {xmlns: NS.markers}),
    xml('origin-id', {xmlns: NS.ids, id}),
    at === undefined ? undefined : xml('delay', {xmlns: NS.delay, stamp: at}),
    url === undefined ? undefined : xml('x', {xmlns: NS.outOfBand}, xml('url', {}, url)),
  );
}

/** Takes back a message that was sent under this id (XEP-0424). */
export function retraction({from, to}: Ends, {id, text}: {id: string; text: string}): XmlElement {
  return xml(
    'message',
    {type: 'chat', from, to, id: `retract-${id}`},
    xml('retract', {xmlns: NS.retract, id}),
    xml('fallback', {xmlns: NS.fallback, for: NS.retract}),
    xml('body', {}, text),
    xml('origin-id', {xmlns: NS.ids, id: `retract-${id}`}),
    xml('store', {xmlns: NS.hints}),
  );
}

/** That a message came to a device (XEP-0184), or was seen (XEP-0333). */
export function marker(
  {from, to}: Ends,
  {kind, of}: {kind: 'received' | 'displayed'; of: string},
): XmlElement {
  const xmlns = kind === 'received' ? NS.receipts : NS.markers;
  return xml(
    'message',
    {type: 'chat', from, to, id: `${kind}-${of}`},
    xml(kind, {xmlns, id: of}),
    xml('store', {xmlns: NS.hints}),
  );
}

/** What somebody does (XEP-0085); told and forgotten. */
export function chatState(
  {from, to}: Ends,
  state: 'active' | 'composing' | 'paused' | 'gone',
): XmlElement {
  return xml(
    'message',
    {type: 'chat', from, to},
    xml(state, {xmlns: NS.chatStates}),
    xml('no-store', {xmlns: NS.hints}),
  );
}

export function presence(
  {from, to}: Ends,
  {type, name, status}: {type?: string; name?: string; status?: string} = {},
): XmlElement {
  return xml(
    'presence',
    {from, to, type},
    status === undefined ? undefined : xml('status', {}, status),
    name === undefined ? undefined : xml('nick', {xmlns: NS.nick}, name),
  );
}

/** Conditions of RFC 6120, 8.3.3, with the type that belongs to each. */
const ERROR_TYPES = {
  'item-not-found': 'cancel',
  forbidden: 'auth',
  'not-acceptable': 'modify',
  'policy-violation': 'modify',
  'service-unavailable': 'cancel',
  'internal-server-error': 'wait',
} as const;
export type StanzaCondition = keyof typeof ERROR_TYPES;

/** Tells the sender of a stanza that it was not taken, and why. */
export function errorReply(
  {name, attributes: {from, to, id}}: XmlElement,
  condition: StanzaCondition,
  text?: string,
): XmlElement {
  return xml(
    name,
    {type: 'error', from: to, to: from, id},
    xml(
      'error',
      {type: ERROR_TYPES[condition]},
      xml(condition, {xmlns: NS.stanzas}),
      text === undefined ? undefined : xml('text', {xmlns: NS.stanzas}, text),
    ),
  );
}
