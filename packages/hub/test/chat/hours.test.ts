/* eslint-disable @typescript-eslint/no-unsafe-return -- answers are looked into by name */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {answeringHours, writingHours} from '../../src/chat/hours/open-hours.js';
import {forEachDatabase} from '../support/databases.js';
import {NOW, SETTINGS, testClock} from '../support/fixtures.js';
import {chatHub, clerk, Visitor} from './support/guests.js';

const shop = {...SETTINGS, openingHours: 'Mo-Fr 09:00-12:00,14:00-18:00'};
const at = (text: string) => new Date(text);

describe('hours of answers', () => {
  it('are the shop’s own, on its clock, unless the chat has others', () => {
    assert.deepEqual(answeringHours({}, shop, NOW), {
      isOpen: false,
      until: at('2026-11-23T08:00Z'),
    });
    assert.deepEqual(answeringHours({}, shop, at('2026-11-23T08:30Z')), {
      isOpen: true,
      until: at('2026-11-23T11:00Z'),
    });
    assert.deepEqual(answeringHours({hours: 'Mo 07:00-09:00'}, shop, NOW), {
      isOpen: true,
      until: at('2026-11-23T08:00Z'),
    });
    assert.deepEqual(answeringHours({hours: '24/7'}, shop, NOW), {isOpen: true});
    assert.deepEqual(answeringHours({hours: 'on demand'}, shop, NOW), {isOpen: false});
  });

  it('leave out days on which the shop is closed, and the night before them', () => {
    const closed = {...shop, closures: [{from: '2026-11-23', to: '2026-11-25'}]};
    const next = {isOpen: false, until: at('2026-11-26T08:00Z')};
    assert.deepEqual(answeringHours({}, closed, at('2026-11-23T08:30Z')), next);
    assert.deepEqual(answeringHours({}, closed, at('2026-11-22T23:30Z')), next);
    const always = {...closed, openingHours: '24/7'};
    assert.deepEqual(answeringHours({}, always, at('2026-11-22T12:00Z')), {
      isOpen: true,
      until: at('2026-11-22T23:00Z'),
    });
    assert.deepEqual(answeringHours({}, always, at('2026-11-24T12:00Z')), {
      isOpen: false,
      until: at('2026-11-25T23:00Z'),
    });
    assert.deepEqual(answeringHours({}, always, at('2026-11-27T12:00Z')), {isOpen: true});
    const summer = {...shop, closures: [{from: '2026-11-01', to: '2027-01-15'}]};
    assert.deepEqual(answeringHours({}, summer, NOW), {
      isOpen: false,
      until: at('2027-01-18T08:00Z'),
    });
    assert.equal(answeringHours({hours: 'Mo 07:00-09:00'}, closed, NOW).isOpen, true);
  });

  it('of a public room are its own, or all', () => {
    assert.deepEqual(writingHours({isOpen: true}, shop, NOW), {isOpen: true});
    assert.deepEqual(writingHours({isOpen: false, hours: '24/7'}, shop, NOW), {isOpen: false});
    assert.equal(writingHours({isOpen: true, hours: 'Mo 07:00-09:00'}, shop, NOW).isOpen, true);
  });
});

forEachDatabase((_name, open) => {
  it('tells how soon answers usually come, once there are five', async () => {
    const clock = testClock(at('2026-11-23T09:00:00.000Z'));
    const hub = await chatHub(await open(), {
      clock,
      shop: {settings: {openingHours: 'Mo-Fr 09:00-18:00'}},
    });
    const visitor = new Visitor(hub);
    const desk = await clerk(hub);
    const profile = async () => (await hub.ask({url: '/v1/shops/fournil/chat'})).body;
    const exchange = async (minutes: number) => {
      const room = await visitor.begin();
      await visitor.say(room, 'un');
      await visitor.say(room, 'deux');
      clock.pass(minutes);
      await desk.say(room, 'oui');
      await desk.say(room, 'et non');
    };
    for (const minutes of [2, 4, 60, 3]) await exchange(minutes);
    assert.equal((await profile()).answersWithinMinutes, undefined);
    // in the evening nobody was to be there: that wait says nothing
    clock.set(at('2026-11-23T19:00:00.000Z'));
    await exchange(13 * 60);
    assert.equal((await profile()).answersWithinMinutes, undefined);
    clock.set(at('2026-11-24T09:00:00.000Z'));
    await exchange(8);
    assert.equal((await profile()).answersWithinMinutes, 4);
  });
});
