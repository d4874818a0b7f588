import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {BadNetwork, FATES} from '../support/bad-network.js';
import {Browser} from '../support/browser.js';
import {Town, type Page} from '../support/device.js';

/** More where somebody wants to be surer: `CHAT_FAULT_RUNS=2000`. */
const RUNS = Number(process.env['CHAT_FAULT_RUNS'] ?? 60);

const who = fc.nat(2);
const wait = fc.nat(20_000);

/** What people and fate do, one after the other. */
const deed = fc.oneof(
  {weight: 6, arbitrary: fc.record({what: fc.constant('say' as const), who, wait})},
  {weight: 4, arbitrary: fc.record({what: fc.constant('answer' as const), who, wait})},
  {weight: 1, arbitrary: fc.record({what: fc.constant('many' as const), who, wait})},
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'take back',
        'remove',
        'see',
        'cut',
        'silence',
        'down',
        'up',
        'reload',
        'freeze',
        'jump',
        'wake',
      ),
      who,
      wait,
    }),
  },
);

const fate = fc.record({kind: fc.constantFrom(...FATES), ms: fc.nat(30_000)});

/** Two tabs of one browser, and another device of the same visitor. */
class Visitor {
  readonly pages: Page[] = [];
  readonly said: string[] = [];
  private readonly home = new Browser();
  private readonly phone = new Browser();

  constructor(
    readonly town: Town,
    private readonly networks: readonly BadNetwork[],
  ) {}

  async begin(): Promise<void> {
    this.pages[0] = this.openPage(0);
    this.say(0);
    // without a word of the hub no other device can be the same visitor
    await this.town.time.until(() => this.pages[0]!.states[0] === 'sent', 'the first is sent');
    for (const [name, value] of this.home.entries) this.phone.entries.set(name, value);
    this.pages[1] = this.openPage(1);
    this.pages[2] = this.openPage(2);
  }

  say(index: number): void {
    const text = `${index}: ${this.said.length}`;
    this.said.push(text);
    this.pages[index]!.say(text);
  }

  reload(index: number): void {
    this.pages[index]!.kill();
    this.pages[index] = this.openPage(index);
  }

  /** The browser freezes a tab, and later throws it away. */
  freeze(index: number): void {
    this.pages[index]!.tab.freeze();
    this.pages[index]!.client.stop();
    this.pages[index] = this.openPage(index);
  }

  private openPage(index: number): Page {
    const network = this.networks[index]!;
    return this.town.open({
      browser: index < 2 ? this.home : this.phone,
      network: network.between,
      isAlone: index === 2,
    });
  }
}

describe('a chat on a bad network', () => {
  it('loses nothing, doubles nothing, and keeps the order, in every client’s view', async () => {
    let faults = 0;
    let messages = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, {minLength: 10, maxLength: 40, size: 'max'}),
        fc.array(fate, {minLength: 20, maxLength: 80, size: 'max'}),
        async (deeds, fates) => {
          const town = new Town();
          const {hub, time} = town;
          const networks = [0, 1, 2].map(
            index => new BadNetwork(time, [...fates.slice(index * 7), ...fates]),
          );
          const visitor = new Visitor(town, networks);
          await visitor.begin();
          const room = hub.conversation;
          networks.forEach(network => network.break());
          const gone = new Set<string>();
          for (const {what, who, wait} of deeds) {
            const page = visitor.pages[who]!;
            if (what === 'say') visitor.say(who);
            if (what === 'answer') hub.say(room, `shop: ${room.lastSeq}`);
            if (what === 'many') {
              for (let each = 0; each < 230; each++) hub.say(room, `shop: ${room.lastSeq}`);
            }
            if (what === 'take back') {
              const mine = page.room.messages.find(
                ({isMine, seq, deletedBy}) => isMine && seq && !deletedBy,
              );
              const taken = mine && page.room.takeBack(mine.id).catch(() => undefined);
              if (taken) gone.add(mine.text!);
            }
            if (what === 'remove') {
              const shown = room.events.find(
                event => event.kind === 'message' && event.message.text,
              );
              if (shown?.kind === 'message') {
                gone.add(shown.message.text!);
                room.forget(shown.message.id);
                room.add({kind: 'deleted', message: shown.message.id, by: 'moderator'});
              }
            }
            if (what === 'see') page.room.see();
            if (what === 'cut') hub.cut();
            if (what === 'silence') hub.silence();
            if (what === 'down') hub.isDown = true;
            if (what === 'up') hub.isDown = false;
            if (what === 'reload') visitor.reload(who);
            if (what === 'freeze') visitor.freeze(who);
            if (what === 'jump') page.wrongBy += (wait - 10_000) * 3600;
            if (what === 'wake') page.client.wake(wait % 2 === 0);
            await time.pass(wait);
            faults += what === 'say' || what === 'answer' ? 0 : 1;
          }
          faults += fates.length;
          hub.isDown = false;
          networks.forEach(network => network.mend());
          // nobody touches anything: it mends itself, and the next event shows what is missing
          hub.say(room, 'shop: the end');
          const isQuiet = (): boolean =>
            visitor.pages.every(
              ({room: {log, outbox}}) =>
                log?.lastSeq === room.lastSeq && outbox.messages.length === 0,
            );
          await time.until(isQuiet, 'everybody has everything', 600_000);
          for (const {room} of visitor.pages) while (room.hasOlder) await room.older();

          const {texts} = room;
          messages += texts.length;
          assert.equal(new Set(texts).size, texts.length, 'nothing is doubled');
          const mine = visitor.said.filter(text => !gone.has(text));
          assert.deepEqual(
            mine.filter(text => !texts.includes(text)),
            [],
            'nothing is lost',
          );
          for (const index of [0, 1, 2]) {
            const ofPage = (text: string): boolean => text.startsWith(`${index}:`);
            const order = texts.filter(ofPage).map(text => Number(text.slice(3)));
            assert.deepEqual(
              order,
              [...order].sort((one, other) => one - other),
              'in the order in which they were sent',
            );
          }
          for (const page of visitor.pages) assert.deepEqual(page.texts, texts);
        },
      ),
      {numRuns: RUNS, interruptAfterTimeLimit: 480_000, markInterruptAsFailure: true},
    );
    console.log(`${RUNS} runs, ${messages} messages, ${faults} faults`);
  });
});
