import {it} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import type {RoomSettings} from '@local-widgets/model/schemas.js';
import {createToken} from '../../../hub/src/accounts/api-tokens.js';
import {systemChance, systemClock} from '../../../hub/src/chance-and-clock.js';
import {addChatShop} from '../../../hub/test/chat/support/chat-hub.js';
import {forEachDatabase} from '../../../hub/test/support/databases.js';
import {seeded} from '../../../hub/test/support/seeded.js';
import {Device} from '../../src/chat/device.js';
import {faultyWay} from '../../src/chat/faulty-way.js';
import {Merchant} from '../../src/chat/merchant.js';
import {arrival, compare, waitingOf} from '../../src/chat/outcome.js';
import {troubles} from '../../src/chat/trouble.js';
import {TwoHubs} from '../../src/chat/two-hubs.js';

/** 10,000 messages and 200 faults are what a release is held against; fewer in the normal run. */
const MESSAGES = Number(process.env['CHAT_MESSAGES'] ?? 300);
const FAULTS = Number(process.env['CHAT_FAULTS'] ?? 12);
const DEVICES = 8;
/** Requests that get lost, late or doubled on top of the faults, in a hundred. */
const BAD_REQUESTS = 8;
/** Milliseconds in which all must have arrived once nobody writes any more. */
const PATIENCE = 240_000;
/** Milliseconds after which the whole is stuck, and says so by its name. */
const MOST = PATIENCE + 60_000 + MESSAGES * 200;
/** Messages on their way above which people wait. */
const MOST_WAITING = 60;

const MANY = 1_000_000;

/** Limits that no load of a test meets, and puzzles that take no time. */
const SETTINGS = {
  limits: {requestsPerMinute: MANY},
  chat: {
    proofWork: 20,
    limits: {
      requestsPerMinute: MANY,
      messagesPerMinute: MANY,
      messagesPerMinuteOfAddress: MANY,
      messagesPerMinuteOfShop: MANY,
      conversationsPerHour: MANY,
    },
  },
};

/** The room where all of them meet. */
const SQUARE = 'place';
const RULES: RoomSettings = {
  name: 'La place',
  isOpen: true,
  rules: 'Soyons courtois.',
  rulesVersion: '2026-11-01',
  slowSeconds: 0,
  isPremoderated: false,
  retentionDays: 30,
};

forEachDatabase((name, open) => {
  it(
    `keeps ${MESSAGES} messages in order through ${FAULTS} faults`,
    {timeout: MOST},
    async context => {
      const database = await open();
      await addChatShop(database.db);
      const chance = seeded(20261128);
      const hubs = new TwoHubs(database, SETTINGS);
      await hubs.start();
      const way = await faultyWay({
        targets: () => hubs.addresses,
        chance,
        faultsInHundred: BAD_REQUESTS,
      });
      const devices = Array.from(
        {length: DEVICES},
        (_, at) => new Device(`device ${at}`, way.address, 'fournil'),
      );
      const {token} = await createToken(
        {db: database.db, clock: systemClock, chance: systemChance},
        'fournil',
        {name: 'Test', role: 'merchant'},
      );
      const merchant = new Merchant(way.address, 'fournil', token);
      const made: Record<string, number> = {};
      try {
        await merchant.openRoom(SQUARE, RULES);
        const rooms = devices.map(device => device.begin('Bonjour !').id);
        await Promise.all(devices.map(device => device.join(SQUARE, RULES.rulesVersion)));
        const trouble = Object.entries(troubles({hubs, way, devices, chance}));
        for (let count = DEVICES; count < MESSAGES; count++) {
          const at = Math.floor(chance() * DEVICES);
          const who = chance();
          if (who < 0.4) devices[at]!.say(rooms[at]!, `visiteur ${count}`);
          else if (who < 0.7) merchant.say(rooms[at]!, `boutique ${count}`);
          else devices[at]!.say(SQUARE, `voisin ${count}`);
          if (count % Math.ceil(MESSAGES / FAULTS) === 0) {
            const [kind, make] = trouble[Math.floor(chance() * trouble.length)]!;
            made[kind] = (made[kind] ?? 0) + 1;
            await make();
          }
          await wait(chance() * 10);
          while (waitingOf(devices) + merchant.waiting > MOST_WAITING) await wait(20);
        }
        for (const device of devices) device.wake();
        await merchant.allSent();
        await arrival(database.db, devices, PATIENCE);
        const sent = [...devices.map(device => device.sent), merchant.sent];
        await compare(database.db, devices, sent);
        const met = JSON.stringify({...made, ...way.faults});
        context.diagnostic(
          `${name}: ${MESSAGES} messages, 0 lost, doubled or out of order; ${met}`,
        );
      } finally {
        merchant.stop();
        for (const device of devices) device.stop();
        await way.close();
        await hubs.stop();
      }
    },
  );
});
