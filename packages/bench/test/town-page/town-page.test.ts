import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {root} from '@local-widgets/dev/src/root.js';
import {eventsByDay, peerEvents} from '../../src/town-page/events.js';
import {blockingTime, tasksIn} from '../../src/town-page/main-thread.js';
import {peersPage} from '../../src/town-page/peers-page.js';

describe('the peers’ page', () => {
  it('has nothing of ours, and all that is not ours', () => {
    const html = readFileSync(`${root}/examples/town/index.html`, 'utf8');
    const page = peersPage(html);
    assert.doesNotMatch(page, /<\/?local-/);
    assert.doesNotMatch(page, /local-widgets\.js/);
    assert.equal(page.match(/class="order"/g)?.length, 3);
    assert.equal(page.match(/data-chat=/g)?.length, 4);
    assert.equal(page.match(/<deep-chat/g)?.length, 1);
    assert.equal(page.match(/<img/g)?.length, html.match(/<img/g)?.length);
  });

  it('has events on each day that they touch', () => {
    const now = new Date('2026-11-29T12:00:00Z');
    const days = eventsByDay(now);
    const events = peerEvents(now);
    assert.ok(events.length > 20);
    // a Saturday, when there is the market
    assert.ok((days.get('2026-12-05') ?? 0) > 0);
    const first = events.find(({start}) => start.startsWith('2026-12-05'))!;
    assert.match(first.start, /^2026-12-05(T\d\d:\d\d:\d\d)?$/);
  });
});

describe('the main thread of a trace', () => {
  const task = (tid: number, tdur: number, name = 'ThreadControllerImpl::RunTask') => ({
    name,
    ph: 'X',
    pid: 1,
    tid,
    dur: tdur * 2,
    tdur,
  });
  const main = (tid: number) => ({
    name: 'thread_name',
    ph: 'M',
    pid: 1,
    tid,
    args: {name: 'CrRendererMain'},
  });

  it('is the renderer’s that works, by its own clock', () => {
    const traceEvents = [main(1), main(2), task(1, 60_000), task(1, 20_000), task(2, 10_000)];
    const others = [task(3, 900_000), task(1, 900_000, 'Paint')];
    const tasks = tasksIn(JSON.stringify({traceEvents: [...traceEvents, ...others]}));
    assert.deepEqual(tasks, [60, 20]);
    assert.equal(blockingTime(tasks), 10);
  });
});
