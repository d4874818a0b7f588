import {medians} from '../measuring/statistics.js';
import type {Promised, Table} from '../record/record.js';
import {rounded} from '../record/rounded.js';
import type {Figures} from './measure.js';
import type {ContenderName} from './options.js';
import type {TownSize} from './town.js';

export type Rounds = ReadonlyMap<ContenderName, readonly Figures[]>;

/** One row for each contender. */
export function tableOf(rounds: Rounds, {rooms, visitors, rate, seconds}: TownSize): Table {
  return {
    title: `${rooms} rooms of ${visitors}, ${rate} messages a second for ${seconds} s`,
    columns: ['contender', 'deliveries', 'p50 ms', 'p99 ms', 'CPU s', 'a CPU second', 'back s'],
    rows: [...rounds].map(([contender, figures]) => {
      const {delivered, p50, p99, cpu, perCore, comeBack} = medians(figures);
      return [
        contender,
        delivered,
        rounded(p50, 1),
        rounded(p99, 1),
        rounded(cpu, 2),
        rounded(perCore),
        rounded(comeBack && comeBack / 1000, 2),
      ];
    }),
  };
}

/** What was promised for the town as it comes. */
export function promisesOf(rounds: Rounds): Promised[] {
  const of = (name: ContenderName): Partial<Figures> => medians(rounds.get(name) ?? []);
  const {perCore = NaN, p99 = NaN, comeBack = NaN} = of('hub');
  return [
    {
      name: 'deliveries for each second of processor, hub ÷ Prosody',
      value: perCore / (of('prosody').perCore ?? NaN),
      unit: '×',
      atLeast: 1,
    },
    {name: 'p99 of a delivery', value: p99, unit: 'ms', atMost: 50},
    {name: 'all are back with what they missed', value: comeBack / 1000, unit: 's', atMost: 3},
  ];
}

/** What one must know to read the tables. */
export const NOTES: readonly string[] = [
  'Every message arrives at everybody in its room, or there are no figures. Visitors and servers share the machine.',
  'The hub has each message on the disk before it tells it (SQLite); Prosody keeps an archive in SQLite as well, as a town would set it up.',
  'The bare server tells what it gets and keeps nothing, knows nobody and limits nothing: the limit of what Node can.',
];
