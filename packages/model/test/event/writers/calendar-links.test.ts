import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event, Occurrence} from '../../../src/event/event.js';
import {
  googleCalendarUrl,
  outlookCalendarUrl,
  webcalUrl,
} from '../../../src/event/writers/calendar-links.js';
import {dateOf, daysOf, eventOf, START, WHOLE} from './made.js';

const params = (url: string): Record<string, string> =>
  Object.fromEntries(new URL(url).searchParams);
const google = (event: Event, date: Occurrence = dateOf()): Record<string, string> =>
  params(googleCalendarUrl(event, date));
const outlook = (event: Event, date: Occurrence = dateOf()): Record<string, string> =>
  params(outlookCalendarUrl(event, date, 'live'));

const DETAILS = 'Venez;\nnombreux\n\nhttps://a.example/bal';
const PLACE = 'Salle, 1 rue, 56000 Vannes';

describe('links to the form of another calendar', () => {
  it('say all to Google', () => {
    const url = googleCalendarUrl(eventOf(), dateOf());
    assert.equal(
      url,
      'https://calendar.google.com/calendar/render?action=TEMPLATE&text=Bal&' +
        'dates=20260512T183000Z%2F20260512T200000Z&ctz=Europe%2FParis',
    );
    assert.deepEqual(google(eventOf(WHOLE)), {
      action: 'TEMPLATE',
      text: 'Bal',
      dates: '20260512T183000Z/20260512T200000Z',
      details: DETAILS,
      location: PLACE,
      ctz: 'Europe/Paris',
    });
    assert.deepEqual(google(...daysOf()), {
      action: 'TEMPLATE',
      text: 'Bal',
      dates: '20260512/20260514',
    });
    assert.equal(
      google(eventOf(), dateOf({end: START}))['dates'],
      '20260512T183000Z/20260512T193000Z',
    );
  });

  it('say all to Outlook', () => {
    assert.equal(
      outlookCalendarUrl(eventOf(), dateOf(), 'office').split('?')[0],
      'https://outlook.office.com/calendar/0/deeplink/compose',
    );
    assert.deepEqual(outlook(eventOf(WHOLE)), {
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: 'Bal',
      startdt: '2026-05-12T18:30:00Z',
      enddt: '2026-05-12T20:00:00Z',
      body: DETAILS,
      location: PLACE,
    });
    assert.deepEqual(outlook(...daysOf()), {
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: 'Bal',
      startdt: '2026-05-12',
      enddt: '2026-05-14',
      allday: 'true',
    });
    assert.equal(outlook(eventOf(), dateOf({end: START}))['enddt'], '2026-05-12T19:30:00Z');
  });

  it('are not too long', () => {
    const details = (description: string): string | undefined =>
      google(eventOf({description}))['details'];
    assert.equal(details('x'.repeat(1200)), 'x'.repeat(1200));
    assert.equal(details('x'.repeat(1201)), `${'x'.repeat(1199)}…`);
    assert.equal(google(eventOf({url: 'https://a.example/'}))['details'], 'https://a.example/');
  });

  it('subscribe to what is on http and https', () => {
    assert.equal(webcalUrl('http://a.example/c.ics'), 'webcal://a.example/c.ics');
    assert.equal(webcalUrl('HTTPS://a.example/?https://b'), 'webcal://a.example/?https://b');
    for (const url of ['ftp://a.example', 'xhttp://a.example', 'https:a.example', '']) {
      assert.equal(webcalUrl(url), undefined);
    }
  });
});
