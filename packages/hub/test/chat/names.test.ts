import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {authorIdIn, hubAuthor, memberAuthor, shopAuthor} from '../../src/chat/rooms/authors.js';
import {cleanContact} from '../../src/chat/rooms/contact.js';
import {cleanName, isReserved, nameKey} from '../../src/chat/rooms/names.js';

describe('a name', () => {
  it('is on one line, without what nobody sees', () => {
    assert.equal(cleanName(' Anne\u202e \n\t Le\u00a0 Gall '), 'Anne Le Gall');
    for (const nothing of [undefined, '', ' \n ', '\u200b\u202e']) {
      assert.equal(cleanName(nothing), undefined);
    }
  });

  it('is the same as another that only looks another', () => {
    for (const name of ['elodie 29', 'Élodie_29', 'ＥＬＯＤＩＥ29', 'e.l.o.d.i.e.29']) {
      assert.equal(nameKey(name), 'elodie29', name);
    }
    assert.equal(nameKey('…!'), '');
    assert.notEqual(nameKey('Élodie 30'), 'elodie29');
  });

  it('passes for nobody who speaks for the town, or for the shop', () => {
    for (const name of [
      ...['Admin', 'ADMINISTRATEUR', 'Administratrice', 'hub', 'La Mairie', 'mairie'],
      ...['Modérateur', 'Modération', 'Moderator', 'Modératrice', 'le  fournil'],
    ]) {
      assert.equal(isReserved(name, 'Le Fournil'), true, name);
    }
    for (const name of ['Anne', 'Mairie de Brest', 'Fournil', 'administrateurs']) {
      assert.equal(isReserved(name, 'Le Fournil'), false, name);
    }
  });

  it('of a contact is left out when nothing of it can be seen', () => {
    const ways = {email: 'anne@example.org', telephone: '0298000000'};
    assert.deepEqual(cleanContact({name: ' Anne  Le Gall', ...ways}), {
      name: 'Anne Le Gall',
      ...ways,
    });
    assert.deepEqual(cleanContact({name: '\u200b', ...ways}), ways);
    assert.equal(cleanContact({name: ' '}), undefined);
    assert.equal(cleanContact({}), undefined);
    assert.equal(cleanContact(undefined), undefined);
  });
});

describe('an author', () => {
  it('has an id that is the same in a room, and leads nowhere in another', () => {
    const id = authorIdIn('halles', 'anne');
    assert.match(id, /^[0-9a-f]{24}$/);
    assert.equal(authorIdIn('halles', 'anne'), id);
    assert.equal(new Set([id, authorIdIn('place', 'anne'), authorIdIn('halles', 'yann')]).size, 3);
  });

  it('is a visitor, with a name where there is one', () => {
    assert.deepEqual(memberAuthor({author_id: 'a', name: 'Anne'}), {
      id: 'a',
      role: 'visitor',
      name: 'Anne',
    });
    assert.deepEqual(memberAuthor({author_id: 'a', name: null}), {id: 'a', role: 'visitor'});
  });

  it('is somebody of the shop, or the shop itself, or the hub', () => {
    const id = authorIdIn('halles', 'paul');
    assert.deepEqual(shopAuthor('halles', {personId: 'paul', name: 'Paul'}), {
      id,
      role: 'shop',
      name: 'Paul',
    });
    assert.deepEqual(shopAuthor('halles', {personId: 'paul'}), {id, role: 'shop'});
    const shop = {id: authorIdIn('halles', 'shop'), role: 'shop'};
    assert.deepEqual(shopAuthor('halles', {}), shop);
    assert.deepEqual(hubAuthor('halles'), {id: authorIdIn('halles', 'hub'), role: 'hub'});
  });
});
