import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event, EventOrganizer} from '../../../src/event/event.js';
import {readOne} from '../calendar.js';

const BASE = {baseUrl: 'https://a.example/'};
const read = (...lines: string[]): Event => {
  const {events, rejected} = readOne(['DTSTART:20260512T183000Z', ...lines], BASE);
  assert.deepEqual(rejected, []);
  return events[0]!;
};
const organizer = (...lines: string[]): EventOrganizer | undefined => read(...lines).organizer;
const BARE: Event = {
  id: 'one@test',
  uid: 'one@test',
  name: '',
  isAllDay: false,
  timeZone: 'UTC',
  startDate: '2026-05-12T18:30:00Z',
  endDate: '2026-05-12T18:30:00Z',
};

describe('a VEVENT, property by property', () => {
  it('is read whole', () => {
    assert.deepEqual(read(), BARE);
    assert.deepEqual(
      read(
        'SUMMARY:Bal',
        'DESCRIPTION:Venez\\nnombreux',
        'URL:bal',
        'LOCATION:Salle\\, au fond',
        'X-LOCAL-PLACE-ID:salle',
        'GEO:47.66;-2.76',
        'CATEGORIES:Fête,Danse',
        'CATEGORIES:Musique\\, live',
        'STATUS:TENTATIVE',
        'CONFERENCE;VALUE=URI:live',
        'IMAGE;VALUE=URI:a.jpg',
        'LAST-MODIFIED:20260101T080000Z',
        'ORGANIZER;CN=Asso:mailto:a@b.example',
      ),
      {
        ...BARE,
        name: 'Bal',
        description: 'Venez\nnombreux',
        url: 'https://a.example/bal',
        location: {
          name: 'Salle, au fond',
          placeId: 'salle',
          geo: {longitude: -2.76, latitude: 47.66},
        },
        categories: ['Fête', 'Danse', 'Musique, live'],
        eventStatus: 'tentative',
        onlineUrl: 'https://a.example/live',
        image: {url: 'https://a.example/a.jpg'},
        source: {dateModified: '2026-01-01T08:00:00Z'},
        organizer: {name: 'Asso', email: 'a@b.example'},
      },
    );
  });

  it('has a status, in either writing', () => {
    const status = (said: string): unknown => read(`STATUS:${said}`).eventStatus;
    assert.deepEqual(
      ['CONFIRMED', 'TENTATIVE', 'CANCELLED', 'CANCELED', ' cancelled ', 'DRAFT', ' '].map(status),
      ['scheduled', 'tentative', 'cancelled', 'cancelled', 'cancelled', undefined, undefined],
    );
  });

  it('was changed when that can be read', () => {
    const modified = (said: string): unknown => read(`LAST-MODIFIED:${said}`).source?.dateModified;
    assert.equal(modified('20260101T080000'), '2026-01-01T08:00:00Z');
    assert.equal(modified('lately'), undefined);
  });

  it('is online where it has a conference, or an address for a place', () => {
    const where = (...lines: string[]): unknown => {
      const {location, onlineUrl} = read(...lines);
      return [location?.name, onlineUrl];
    };
    assert.deepEqual(where('LOCATION: HTTPS://b.example/x '), [undefined, 'https://b.example/x']);
    assert.deepEqual(where('LOCATION:https://b.example/x', 'CONFERENCE:https://c.example/'), [
      undefined,
      'https://c.example/',
    ]);
    assert.deepEqual(where('LOCATION:Salle', 'CONFERENCE:https://c.example/'), [
      'Salle',
      'https://c.example/',
    ]);
    assert.deepEqual(where('LOCATION:Salle https://b.example/x'), [
      'Salle https://b.example/x',
      undefined,
    ]);
    assert.deepEqual(where('LOCATION:https://b.example/x puis la salle'), [
      'https://b.example/x puis la salle',
      undefined,
    ]);
    assert.deepEqual(where('LOCATION:http:'), ['http:', undefined]);
  });

  it('has the pictures that are elsewhere', () => {
    const image = (...lines: string[]): unknown => read(...lines).image?.url;
    const [a, b] = ['https://a.example/a.jpg', 'https://a.example/b.jpg'];
    assert.equal(image(`ATTACH;FMTTYPE=image/jpeg: ${a} `), a);
    assert.equal(image(`ATTACH;FMTTYPE=IMAGE/JPEG:${a}`), a);
    assert.equal(image(`ATTACH;FMTTYPE=image/jpeg:${a}`, `IMAGE:${b}`), b);
    assert.equal(image(`ATTACH:${a}`), undefined);
    assert.equal(image(`ATTACH;FMTTYPE=application/image/x:${a}`), undefined);
    const [most, more] = [1999, 2000].map(length => a.padEnd(length, 'x'));
    assert.equal(image(`IMAGE:${most}`), most);
    assert.equal(image(`IMAGE:${more}`, `IMAGE:${b}`), b);
  });

  it('has a position with either sign between, or that which Apple keeps', () => {
    const geo = (...lines: string[]): unknown => read(...lines).location?.geo;
    const expected = {longitude: -2.76, latitude: 47.66};
    assert.deepEqual(geo('GEO:47.66,-2.76'), expected);
    const apple = 'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=Salle:geo:47.66,-2.76';
    assert.deepEqual(geo(apple), expected);
    assert.deepEqual(geo(apple, 'GEO:48;2'), {longitude: 2, latitude: 48});
    assert.equal(geo('GEO:somewhere'), undefined);
    assert.equal(geo('GEO:47.66'), undefined);
  });
});

describe('a VEVENT, whom to ask', () => {
  it('is an organizer with name and address', () => {
    const both = {name: 'Asso', email: 'a@b.example'};
    assert.deepEqual(organizer('ORGANIZER;CN=Asso:MAILTO:a@b.example'), both);
    assert.deepEqual(organizer('ORGANIZER;CN=Asso: a@b.example '), both);
    assert.deepEqual(organizer(`ORGANIZER;CN="'Asso'":mailto:a@b.example`), both);
    assert.deepEqual(organizer(`ORGANIZER;CN='Asso':mailto:a@b.example`), both);
    assert.deepEqual(organizer(`ORGANIZER;CN=L'Asso':mailto:a@b.example`), {
      ...both,
      name: "L'Asso'",
    });
    assert.deepEqual(organizer('ORGANIZER:mailto:a@b.example'), {email: 'a@b.example'});
    // programs that know no name repeat the address
    assert.deepEqual(organizer('ORGANIZER;CN=a@b.example:mailto:a@b.example'), {
      email: 'a@b.example',
    });
  });

  it('is a name where an address should be, but no address of another kind', () => {
    assert.deepEqual(organizer('ORGANIZER:Les Amis\\, du Port'), {name: 'Les Amis, du Port'});
    assert.deepEqual(organizer('ORGANIZER;CN=Asso:Les Amis'), {name: 'Asso'});
    assert.deepEqual(organizer('ORGANIZER:Les Amis: un, deux'), {name: 'Les Amis: un, deux'});
    assert.equal(organizer('ORGANIZER:https://b.example/amis'), undefined);
    assert.equal(organizer('ORGANIZER:URN:x'), undefined);
    assert.equal(organizer('ORGANIZER:mailto:'), undefined);
  });

  it('is nobody whom a calendar service makes up', () => {
    for (const made of [
      'x1@group.calendar.google.com',
      'x1@import.calendar.google.com',
      'unknownorganizer@calendar.google.com',
      'noreply@b.example',
      'no-reply@b.example',
    ]) {
      assert.deepEqual(organizer(`ORGANIZER;CN=Asso:mailto:${made}`), {name: 'Asso'}, made);
      assert.equal(organizer(`ORGANIZER:mailto:${made}`), undefined, made);
    }
    for (const email of [
      'a@calendar.google.com',
      'a@group.calendar.google.com.b.example',
      'never-noreply@b.example',
    ]) {
      assert.deepEqual(organizer(`ORGANIZER:mailto:${email}`), {email});
    }
  });

  it('is a contact, by the address and the number in its words', () => {
    assert.deepEqual(organizer('CONTACT:Mme Martin\\, 02 97 00 00 00\\, a@b.example'), {
      telephone: '02 97 00 00 00',
      email: 'a@b.example',
    });
    assert.deepEqual(organizer('CONTACT:<a.b@c-d.example> +33 (0)2.97-00-00-00'), {
      telephone: '+33 (0)2.97-00-00-00',
      email: 'a.b@c-d.example',
    });
    assert.equal(organizer('CONTACT:Mme Martin\\, bureau 1234567'), undefined);
    assert.deepEqual(organizer('CONTACT:12345678'), {telephone: '12345678'});
    assert.deepEqual(organizer('CONTACT:mail c@d.example', 'ORGANIZER:mailto:a@b.example'), {
      email: 'a@b.example',
    });
    assert.deepEqual(organizer('CONTACT:mail c@d.example', 'ORGANIZER:Les Amis'), {
      name: 'Les Amis',
      email: 'c@d.example',
    });
    // nobody looks through megabytes
    const [near, far] = [980, 1000].map(length => `CONTACT:${'x'.repeat(length)} a@b.example`);
    assert.deepEqual(organizer(near!), {email: 'a@b.example'});
    assert.equal(organizer(far!), undefined);
  });
});
