import type {VisitorContact} from '@local-widgets/model/schemas.js';
import {NS} from './namespaces.js';
import {errorReply} from './stanzas.js';
import {childOf, xml} from './xml/element.js';
import type {XmlElement} from './xml/element.js';

/** Whom a question is put to: the component itself, a visitor of a conversation, or nobody. */
export type Asked =
  | {kind: 'component'; name: string}
  | {kind: 'visitor'; name: string; contact: VisitorContact; page: string | null}
  | undefined;

/** What visitors' addresses understand; corrections (XEP-0308) are not among it: a log has none. */
const VISITOR_FEATURES = [
  NS.discoInfo,
  NS.ping,
  NS.nick,
  NS.vcard,
  NS.receipts,
  NS.chatStates,
  NS.markers,
  NS.ids,
  NS.retract,
];
const COMPONENT_FEATURES = [NS.discoInfo, NS.discoItems, NS.ping];

/**
 * The answer to an `iq` stanza; `undefined` for one that is an answer itself.
 *
 * Service discovery (XEP-0030), ping (XEP-0199), and the card of a visitor (XEP-0054) with how they can be
 * reached; all else is answered as not there, as RFC 6120, 8.2.3 asks for.
 */
export function answerQuery(stanza: XmlElement, asked: Asked): XmlElement | undefined {
  const {type, from, to, id} = stanza.attributes;
  if (type !== 'get' && type !== 'set') return undefined;
  if (!asked) return errorReply(stanza, 'item-not-found');
  const result = type === 'get' ? resultOf(stanza, asked) : undefined;
  if (result === undefined) return errorReply(stanza, 'service-unavailable');
  return xml('iq', {type: 'result', from: to, to: from, id}, ...result);
}

function resultOf(stanza: XmlElement, asked: Exclude<Asked, undefined>): XmlElement[] | undefined {
  if (childOf(stanza, 'ping', NS.ping)) return [];
  if (childOf(stanza, 'query', NS.discoInfo)) return [infoOf(asked)];
  if (childOf(stanza, 'query', NS.discoItems)) return [xml('query', {xmlns: NS.discoItems})];
  if (childOf(stanza, 'vCard', NS.vcard) && asked.kind === 'visitor') return [cardOf(asked)];
  return undefined;
}

function infoOf({kind, name}: Exclude<Asked, undefined>): XmlElement {
  const [category, type] = kind === 'component' ? ['gateway', 'http-ws'] : ['client', 'web'];
  const features = kind === 'component' ? COMPONENT_FEATURES : VISITOR_FEATURES;
  return xml(
    'query',
    {xmlns: NS.discoInfo},
    xml('identity', {category, type, name}),
    ...features.map(feature => xml('feature', {var: feature})),
  );
}

function cardOf({name, contact, page}: Exclude<Asked, undefined> & {kind: 'visitor'}): XmlElement {
  const {email, telephone} = contact;
  return xml(
    'vCard',
    {xmlns: NS.vcard},
    xml('FN', {}, name),
    email === undefined ? undefined : xml('EMAIL', {}, xml('INTERNET'), xml('USERID', {}, email)),
    telephone === undefined ? undefined : xml('TEL', {}, xml('NUMBER', {}, telephone)),
    page === null ? undefined : xml('URL', {}, page),
  );
}
