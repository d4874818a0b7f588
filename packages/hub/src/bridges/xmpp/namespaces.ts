/** Namespaces of what is spoken, by the extensions that define them. */
export const NS = {
  component: 'jabber:component:accept',
  stream: 'http://etherx.jabber.org/streams',
  streams: 'urn:ietf:params:xml:ns:xmpp-streams',
  stanzas: 'urn:ietf:params:xml:ns:xmpp-stanzas',
  /** XEP-0199 */
  ping: 'urn:xmpp:ping',
  /** XEP-0030 */
  discoInfo: 'http://jabber.org/protocol/disco#info',
  discoItems: 'http://jabber.org/protocol/disco#items',
  /** XEP-0172 */
  nick: 'http://jabber.org/protocol/nick',
  /** XEP-0054 */
  vcard: 'vcard-temp',
  /** XEP-0184 */
  receipts: 'urn:xmpp:receipts',
  /** XEP-0085 */
  chatStates: 'http://jabber.org/protocol/chatstates',
  /** XEP-0333 */
  markers: 'urn:xmpp:chat-markers:0',
  /** XEP-0359 */
  ids: 'urn:xmpp:sid:0',
  /** XEP-0424 */
  retract: 'urn:xmpp:message-retract:1',
  /** XEP-0428 */
  fallback: 'urn:xmpp:fallback:0',
  /** XEP-0334 */
  hints: 'urn:xmpp:hints',
  /** XEP-0203 */
  delay: 'urn:xmpp:delay',
  /** XEP-0066 */
  outOfBand: 'jabber:x:oob',
  /** XEP-0380 */
  encryption: 'urn:xmpp:eme:0',
  /** XEP-0384, of old and of today */
  omemo: ['eu.siacs.conversations.axolotl', 'urn:xmpp:omemo:2'],
} as const;
