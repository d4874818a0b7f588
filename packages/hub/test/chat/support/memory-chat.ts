import type {Announcement} from '../../../src/chat/fanout/fanout.js';
import {testClock} from '../../support/fixtures.js';
import {memoryDatabase} from '../../support/memory.js';
import {chatHub} from './guests.js';
import type {ChatHubOptions} from './guests.js';

/** A hub in memory with a shop that one can write to, and what its processes are told. */
export async function memoryChat(options: ChatHubOptions = {}) {
  const clock = testClock();
  const hub = await chatHub(await memoryDatabase(), {clock, ...options});
  const {context} = hub;
  const announced: Announcement[] = [];
  context.chat.fanout.listen({
    told: announcement => announced.push(announcement),
    mayHaveMissed: () => undefined,
  });
  /** What was announced since this was asked last. */
  const told = () => announced.splice(0);
  return {hub, context, db: context.db, clock, told};
}
