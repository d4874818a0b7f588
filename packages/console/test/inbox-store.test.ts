import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {filterRooms, type InboxFilter} from '../src/inbox/filter.js';
import {InboxStore} from '../src/inbox/inbox-store.js';
import {said, summaryOf} from './chat-town.js';

const ids = (rooms: readonly {room: {id: string}}[]): string[] => rooms.map(({room}) => room.id);

describe('the list of conversations', () => {
  it('has the latest first, whatever the order in which they came', () => {
    const store = new InboxStore();
    for (const lastIn of [-60, -5, -30]) store.put(summaryOf({id: `r${-lastIn}`, lastIn}));
    assert.deepEqual(ids(store.rooms), ['r5', 'r30', 'r60']);
  });

  it('keeps what knows more of the log when summaries cross', () => {
    const store = new InboxStore();
    store.put(summaryOf({id: 'a', lastSeq: 7, unread: 2}));
    store.put(summaryOf({id: 'a', lastSeq: 6, unread: 1}));
    assert.equal(store.get('a')?.unread, 2);
    store.put(summaryOf({id: 'a', lastSeq: 7, more: {assignee: {id: 'p1', name: 'Léa'}}}));
    assert.equal(store.get('a')?.assignee?.name, 'Léa');
  });

  it('tells of what is new, once, and of nothing in the first list', () => {
    const store = new InboxStore();
    const first = said('Bonjour');
    assert.deepEqual(
      store.putLatest([summaryOf({id: 'a', unread: 1, lastMessage: first})], 'open'),
      [],
    );
    const next = summaryOf({id: 'a', unread: 2, lastMessage: said('Vous êtes là ?'), lastSeq: 2});
    assert.equal(store.put(next), 'message');
    assert.equal(store.put(next), undefined);
    const reply = said('Oui !', {by: 'shop'});
    assert.equal(store.put(summaryOf({id: 'a', lastMessage: reply, lastSeq: 4})), undefined);
    const other = summaryOf({id: 'b', unread: 1, lastMessage: said('Coucou')});
    assert.equal(store.putLatest([other, summaryOf({id: 'a', lastSeq: 4})], 'open').length, 1);
  });

  it('rings for a message to decide, and not for neighbours among themselves or the blocked', () => {
    const store = new InboxStore();
    store.putLatest([], 'open');
    const room = {...summaryOf({id: 'halles'}).room, kind: 'public' as const};
    const talk = summaryOf({id: 'halles', unread: 3, lastMessage: said('Salut'), more: {room}});
    assert.equal(store.put(talk), undefined);
    assert.equal(store.put({...talk, toModerate: 1}), 'held');
    const blocked = summaryOf({unread: 1, lastMessage: said('!'), more: {isBlocked: true}});
    assert.equal(store.put(blocked), undefined);
  });

  it('forgets what is gone from the time that a list covers, and keeps older pages', () => {
    const store = new InboxStore();
    const [gone, kept, old] = [
      summaryOf({id: 'gone', lastIn: -10}),
      summaryOf({id: 'kept', lastIn: -20}),
      summaryOf({id: 'old', lastIn: -600}),
    ];
    for (const each of [gone, kept, old]) store.put(each);
    store.put(
      summaryOf({
        id: 'ended',
        lastIn: -1,
        more: {room: {...gone.room, id: 'ended', state: 'ended'}},
      }),
    );
    store.putLatest([kept], 'open');
    assert.deepEqual(ids(store.rooms), ['ended', 'kept', 'old']);
    store.putLatest([], 'open');
    assert.deepEqual(ids(store.rooms), ['ended']);
  });

  it('is read here before the hub says so, and unread again with what comes next', () => {
    const store = new InboxStore();
    store.put(summaryOf({id: 'a', unread: 2, lastSeq: 5}));
    assert.equal(store.waiting, 1);
    store.see('a', 5);
    assert.equal(store.get('a')?.unread, 0);
    assert.equal(store.waiting, 0);
    store.put(summaryOf({id: 'a', unread: 1, lastSeq: 7}));
    assert.equal(store.waiting, 1);
  });
});

describe('the filters of conversations', () => {
  const mine = summaryOf({
    id: 'mine',
    name: 'Émile',
    lastIn: -1,
    more: {assignee: {id: 'p1', name: 'Léa'}},
  });
  const free = summaryOf({id: 'free', lastIn: -2, unread: 1, lastMessage: said('Une bûche ?')});
  const other = summaryOf({
    id: 'other',
    name: 'Zoé',
    lastIn: -3,
    more: {
      assignee: {id: 'p2', name: 'Tom'},
      contact: {name: 'Zoé', telephone: '+33 6 39 98 11 22', email: 'zoe@exemple.fr'},
    },
  });
  const ended = summaryOf({id: 'ended', lastIn: -4});
  const halles = summaryOf({id: 'halles', lastIn: -5});
  const rooms = [
    mine,
    free,
    other,
    {...ended, room: {...ended.room, state: 'ended' as const}},
    {...halles, room: {...halles.room, kind: 'public' as const}},
  ];
  const none: InboxFilter = {state: 'open', whose: 'all', isUnreadFirst: false, text: ''};
  const context = {
    me: 'p1',
    nameOf: ({contact, room}: (typeof rooms)[number]) =>
      contact?.name ?? (room.kind === 'public' ? 'Salon' : 'Visiteur'),
    codeOf: ({room}: (typeof rooms)[number]) => (room.id === 'mine' ? 'K7M2' : undefined),
    pinned: undefined,
  };
  const found = (filter: Partial<InboxFilter>, more = {}): string[] =>
    ids(filterRooms(rooms, {...none, ...filter}, {...context, ...more}));

  it('go by state and by who takes care', () => {
    assert.deepEqual(found({}), ['mine', 'free', 'other', 'halles']);
    assert.deepEqual(found({state: 'ended'}), ['ended']);
    assert.deepEqual(found({whose: 'mine'}), ['mine']);
    assert.deepEqual(found({whose: 'unassigned'}), ['free']);
  });

  it('put first what waits, and leave the one that is being read where it was', () => {
    assert.deepEqual(found({isUnreadFirst: true}), ['free', 'mine', 'other', 'halles']);
    const withPin = found({isUnreadFirst: true}, {pinned: 'other'});
    assert.deepEqual(withPin, ['free', 'other', 'mine', 'halles']);
  });

  it('find names without accents, words, addresses, codes and numbers however they are written', () => {
    assert.deepEqual(found({text: 'emile'}), ['mine']);
    assert.deepEqual(found({text: 'buche'}), ['free']);
    assert.deepEqual(found({text: 'ZOE@'}), ['other']);
    assert.deepEqual(found({text: '06 39 98'}), ['other']);
    assert.deepEqual(found({text: '6 39.98'}), ['other']);
    assert.deepEqual(found({text: 'k7m2'}), ['mine']);
    assert.deepEqual(found({text: 'visiteur'}), ['free']);
  });
});
