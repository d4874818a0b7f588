import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {runAtOnce} from '../../../src/async/run-in-slices.js';
import {
  allOf,
  calendarsOf,
  firstOf,
  type Calendar,
  type Component,
  type Described,
} from '../../../src/event/ical/components.js';

const calendars = (...lines: string[]): Calendar[] => runAtOnce(calendarsOf(lines.join('\n')));
const shown = ({properties}: Described): string =>
  properties.map(({name, value}) => `${name}:${value}`).join(' ');
const whole = (component: Component): unknown => [
  component.line,
  component.uid,
  shown(component),
  component.inner.map(shown),
];

describe('components', () => {
  it('are the events and zones of a calendar, which has properties of its own', () => {
    const [calendar, ...others] = calendars(
      'BEGIN:VCALENDAR',
      'METHOD:PUBLISH',
      'X-OTHER:no',
      'BEGIN:VTIMEZONE',
      'TZID:X',
      'BEGIN:STANDARD',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'X-LIC-LOCATION:Y',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:A',
      'END:VEVENT',
      'NAME:late',
      'END:VCALENDAR',
    ) as [Calendar];
    assert.deepEqual(others, []);
    assert.equal(shown(calendar), 'METHOD:PUBLISH NAME:late');
    assert.deepEqual(calendar.zones.map(whole), [
      [4, undefined, 'TZID:X X-LIC-LOCATION:Y', ['TZOFFSETTO:+0100', 'TZOFFSETTO:+0200']],
    ]);
    assert.deepEqual(calendar.events.map(whole), [[14, 'a', 'UID:a SUMMARY:A', []]]);
  });

  it('are those of each calendar, and of none', () => {
    const event = (uid: string): string[] => ['BEGIN:VEVENT', `UID:${uid}`, 'END:VEVENT'];
    const found = calendars(
      ...event('before'),
      'BEGIN:VCALENDAR',
      'NAME:one',
      ...event('a'),
      'END:VCALENDAR',
      ...event('between'),
      'BEGIN:VCALENDAR',
      'NAME:two',
      ...event('b'),
    );
    assert.deepEqual(
      found.map(calendar => [shown(calendar), calendar.events.map(({uid}) => uid)]),
      [
        ['', ['before']],
        ['NAME:one', ['a', 'between']],
        ['NAME:two', ['b']],
      ],
    );
    assert.deepEqual(calendars('NAME:of nothing'), []);
  });

  it('have none of what is in other components', () => {
    const [calendar] = calendars(
      'BEGIN:VCALENDAR',
      'BEGIN:VTODO',
      'UID:todo',
      'SUMMARY:todo',
      'END:VTODO',
      'BEGIN:VEVENT',
      'BEGIN:VALARM',
      'UID:alarm',
      'SUMMARY:alarm',
      'BEGIN:X-DEEP',
      'SUMMARY:deep',
      'END:X-DEEP',
      'SUMMARY:alarm',
      'END:VALARM',
      'SUMMARY:event',
      'END:VEVENT',
      'END:VCALENDAR',
    ) as [Calendar];
    assert.equal(shown(calendar), '');
    const [event] = calendar.events as [Component];
    assert.equal(shown(event), 'SUMMARY:event');
    assert.deepEqual(event.inner.map(shown), [
      'UID:alarm SUMMARY:alarm SUMMARY:alarm',
      'SUMMARY:deep',
    ]);
  });

  it('that are never ended end where one begins that cannot be in them, or with the text', () => {
    for (const kind of ['VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VCALENDAR', 'VEVENT']) {
      const [calendar] = calendars('BEGIN:VEVENT', 'UID:a', `BEGIN: ${kind} `, 'SUMMARY:no');
      assert.equal(shown(calendar!.events[0]!), 'UID:a', kind);
    }
    const [open] = calendars('begin:vevent', 'UID:a', 'SUMMARY:A', 'BEGIN:VALARM', 'SUMMARY:no');
    assert.equal(shown(open!.events[0]!), 'UID:a SUMMARY:A');
  });

  it('keep to their own ends', () => {
    const [calendar] = calendars(
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VTODO',
      'UID:a',
      'END:VEVENT',
      'END:VEVENT',
      'NAME:after',
    ) as [Calendar];
    assert.equal(calendar.events[0]!.uid, 'a');
    assert.equal(shown(calendar), 'NAME:after');
  });

  it('have their first UID, as a text', () => {
    const uid = (...lines: string[]): unknown =>
      calendars('BEGIN:VEVENT', ...lines, 'END:VEVENT')[0]!.events[0]!.uid;
    assert.equal(uid('UID:a\\, b', 'UID:c'), 'a, b');
    assert.equal(uid('UID: ', 'UID:c'), 'c');
    assert.equal(uid('SUMMARY:A'), undefined);
    assert.equal(uid(`UID:${'x'.repeat(1001)}`), `${'x'.repeat(999)}…`);
    assert.equal(calendars('BEGIN:VCALENDAR', 'UID:no')[0]!.events.length, 0);
  });

  it('are read again after they were forgotten', () => {
    const [calendar] = calendars('BEGIN:VEVENT', 'UID:a', 'END:VEVENT') as [Calendar];
    const [event] = calendar.events as [Component];
    const {properties} = event;
    assert.equal(event.properties, properties);
    event.forget();
    assert.notEqual(event.properties, properties);
    assert.deepEqual(event.properties, properties);
  });

  it('are found while others may run: every 4,000 lines', () => {
    const pauses = (lines: number): number => {
      const work = calendarsOf(Array.from({length: lines}, () => 'NAME:x').join('\n'));
      let count = 0;
      while (!work.next().done) count++;
      return count;
    };
    assert.deepEqual([3999, 4000, 8000].map(pauses), [0, 1, 2]);
  });
});

describe('properties', () => {
  const described: Described = {
    properties: [' ', 'a', 'b'].map((value, at) => ({line: at, name: 'X', params: '', value})),
  };

  it('are the first one with a value, or all of a name', () => {
    assert.equal(firstOf(described, 'X')?.value, 'a');
    assert.equal(firstOf(described, 'Y'), undefined);
    assert.equal(allOf(described, 'X').length, 3);
    assert.deepEqual(allOf(described, 'Y'), []);
  });
});
