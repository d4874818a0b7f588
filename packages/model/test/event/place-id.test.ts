import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {eventsToICalendar, readEvents} from '../../src/event/index.js';

const WINDOW = {from: '2026-01-01T00:00Z', to: '2027-01-01T00:00Z', timeZone: 'Europe/Paris'};

describe('the place of an event on the map', () => {
  it('goes through iCalendar in a property of ours, and back', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:concert@town.example',
      'DTSTART:20260613T183000Z',
      'SUMMARY:Concert',
      'LOCATION:Café des Tilleuls',
      'X-LOCAL-PLACE-ID:cafe-des-tilleuls',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const reading = readEvents(text, WINDOW);
    const placeOf = ({events}: typeof reading): string | undefined => events[0]?.location?.placeId;
    assert.equal(placeOf(reading), 'cafe-des-tilleuls');
    const written = eventsToICalendar(reading, {now: new Date('2026-06-01T00:00Z')});
    assert.equal(placeOf(readEvents(written, WINDOW)), 'cafe-des-tilleuls');
  });
});
