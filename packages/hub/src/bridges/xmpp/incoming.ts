import {NS} from './namespaces.js';
import {childOf, textIn} from './xml/element.js';
import type {XmlElement} from './xml/element.js';

/** What a `message` stanza of who answers says, one thing of it. */
export type Incoming =
  | {
      kind: 'text';
      text: string;
      /** Of the stanza: what markers name it by. Empty when it has none. */
      id: string;
      /** What it is known by when it comes again: its origin-id, or the id of the stanza. */
      originId: string;
      wantsReceipt: boolean;
      isMarkable: boolean;
    }
  | {kind: 'marker'; mark: 'received' | 'displayed'; of: string}
  | {kind: 'state'; isComposing: boolean}
  | {kind: 'retraction'; of: string}
  | {kind: 'encrypted'}
  | {kind: 'error'; condition: string; of: string};

/** All that one stanza says; nothing of it when it is of another kind. */
export function readMessage(stanza: XmlElement): Incoming[] {
  const {type = 'normal', id = ''} = stanza.attributes;
  if (type === 'error') return [{kind: 'error', condition: conditionOf(stanza), of: id}];
  if (type !== 'chat' && type !== 'normal') return [];
  if (isEncrypted(stanza)) return [{kind: 'encrypted'}];
  const retracted = childOf(stanza, 'retract', NS.retract)?.attributes['id'];
  if (retracted !== undefined) return [{kind: 'retraction', of: retracted}];
  const said: Incoming[] = [];
  const text = textIn(childOf(stanza, 'body'));
  if (text !== '') {
    const originId = childOf(stanza, 'origin-id', NS.ids)?.attributes['id'] ?? id;
    const wantsReceipt = childOf(stanza, 'request', NS.receipts) !== undefined;
    const isMarkable = childOf(stanza, 'markable', NS.markers) !== undefined;
    said.push({kind: 'text', text, id, originId, wantsReceipt, isMarkable});
  }
  for (const [mark, xmlns] of MARKS) {
    const of = childOf(stanza, mark, xmlns)?.attributes['id'];
    if (of !== undefined) {
      said.push({kind: 'marker', mark: mark === 'received' ? 'received' : 'displayed', of});
    }
  }
  const state = STATES.find(name => childOf(stanza, name, NS.chatStates));
  if (state !== undefined) said.push({kind: 'state', isComposing: state === 'composing'});
  return said;
}

const MARKS = [
  ['received', NS.receipts],
  ['received', NS.markers],
  ['displayed', NS.markers],
  ['acknowledged', NS.markers],
] as const;
const STATES = ['composing', 'paused', 'active', 'inactive', 'gone'];

/** What is encrypted brings a text that says so, and that is nobody's message. */
function isEncrypted(stanza: XmlElement): boolean {
  return (
    childOf(stanza, 'encryption', NS.encryption) !== undefined ||
    NS.omemo.some(namespace => childOf(stanza, 'encrypted', namespace) !== undefined)
  );
}

function conditionOf(stanza: XmlElement): string {
  const error = childOf(stanza, 'error');
  const condition = error?.children.find(
    child => typeof child !== 'string' && child.namespace === NS.stanzas && child.name !== 'text',
  );
  return typeof condition === 'object' ? condition.name : 'undefined-condition';
}
