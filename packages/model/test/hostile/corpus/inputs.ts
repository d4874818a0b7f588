import fc from 'fast-check';
import {pumps} from './pumps.js';
import type {Slot, Template} from './template.js';
import {HOSTILE_TEXTS, PROTOTYPE_KEYS} from './texts.js';
import {HOSTILE_URLS} from './urls.js';
import {HOSTILE_DATES, HOSTILE_NUMBERS, HOSTILE_VALUES} from './values.js';

/** A feed that is well, from which the hostile ones are made. */
export interface Sample {
  readonly name: string;
  readonly template: Template;
  /** What makes the feed one of its format, by names of slots: kept where all other texts are replaced. */
  readonly keep?: RegExp | undefined;
  /** What else is hostile in this format. */
  readonly bombs?: Readonly<Record<string, () => string | Uint8Array>>;
}

export interface HostileInput {
  /** What kind of harm it means, for the table. */
  readonly kind: string;
  readonly name: string;
  readonly make: () => string | Uint8Array;
}

export interface HostileOptions {
  /** Random inputs, and cuts, of each sample. */
  readonly runs: number;
  readonly seed: number;
  /** Letters of a text that is pumped up. */
  readonly pumped: number;
}

type Values = ReadonlyMap<number, unknown>;

/** All that is tried on a sample, in the same order for the same options. */
export function* inputsOf(sample: Sample, options: HostileOptions): Generator<HostileInput> {
  const {template, bombs = {}} = sample;
  yield {kind: 'as it is', name: 'as it is', make: () => template.write(new Map())};
  yield* poured(sample, options);
  yield* eachSlot(sample, options);
  yield* damaged(sample, options);
  for (const [name, make] of Object.entries(bombs)) yield {kind: 'bombs', name, make};
  yield* random(sample, options);
}

/** One text in all slots at once. */
function* poured(sample: Sample, {pumped}: HostileOptions): Generator<HostileInput> {
  const {template} = sample;
  const all = (value: unknown, role: (slot: Slot) => boolean): Values =>
    new Map(
      template.slots.flatMap((slot, at): [number, unknown][] =>
        role(slot) && !sample.keep?.test(slot.name) ? [[at, value]] : [],
      ),
    );
  const isText = ({role}: Slot): boolean => role === 'text';
  const isUrl = ({role}: Slot): boolean => role === 'url';
  const input = (kind: string, name: string, values: Values): HostileInput => ({
    kind,
    name: `${kind}: ${name.slice(0, 60)}`,
    make: () => template.write(values),
  });
  for (const text of HOSTILE_TEXTS) {
    yield input('texts', text, all(text, isText));
    yield input(
      'texts everywhere',
      text,
      all(text, () => true),
    );
  }
  for (const url of HOSTILE_URLS) yield input('addresses', url, all(url, isUrl));
  for (const {name, text} of pumps(pumped)) {
    yield input(
      'long runs',
      name,
      all(text, slot => isText(slot) || isUrl(slot)),
    );
    yield input(
      'long runs everywhere',
      name,
      all(text, () => true),
    );
  }
}

/** One value in one slot after the other: of another kind, at the ends of what it may be, by many. */
function* eachSlot({template}: Sample, {runs, seed}: HostileOptions): Generator<HostileInput> {
  const {slots, withKeys} = template;
  // few runs: each slot has its turn with some of the values, and each value with some of the slots
  const share = Math.max(1, Math.ceil(40 / runs));
  const isTurn = (at: number, said: number): boolean => (at + said + seed) % share === 0;
  const one = (kind: string, at: number, value: unknown, said = at): HostileInput => ({
    kind,
    name: `${kind} in ${slots[at]!.name}, ${said}`,
    make: () => template.write(new Map([[at, value]])),
  });
  for (const [at, {role}] of slots.entries()) {
    const tried: [string, readonly unknown[]][] = [
      ['kinds', HOSTILE_VALUES],
      ['numbers', role === 'number' || role === 'date' ? HOSTILE_NUMBERS : []],
      ['dates', role === 'date' ? HOSTILE_DATES : []],
    ];
    for (const [kind, values] of tried) {
      for (const [said, value] of values.entries()) {
        if (isTurn(at, said)) yield one(kind, at, value, said);
      }
    }
    if (isTurn(at, 0))
      yield one(
        'many',
        at,
        Array.from({length: 20_000}, (_, i) => `item ${i}`),
      );
  }
  if (!withKeys) return;
  for (const value of ['null', '"x"', '{"polluted":1}', '[{"name":"x"}]']) {
    const make = (): string => withKeys(PROTOTYPE_KEYS, value);
    yield {kind: 'prototype keys', name: `prototype keys: ${value}`, make};
  }
}

/** Cut, in other encodings, and with bytes that are wrong. */
function* damaged({template}: Sample, {runs, seed}: HostileOptions): Generator<HostileInput> {
  const text = template.write(new Map());
  const bytes = Buffer.from(text);
  const cuts = fc.sample(fc.nat(bytes.length), {numRuns: runs, seed});
  for (const cut of [0, 1, 2, 3, bytes.length - 1, ...cuts]) {
    yield {kind: 'cut', name: `cut after ${cut} bytes`, make: () => bytes.subarray(0, cut)};
  }
  const wide = Buffer.from(text, 'utf16le');
  const encodings: Record<string, () => Uint8Array> = {
    'UTF-8 with a mark': () => Buffer.concat([Buffer.from('\ufeff'), bytes]),
    'two marks': () => Buffer.concat([Buffer.from('\ufeff\ufeff'), bytes]),
    'UTF-16 with a mark': () => Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
    'UTF-16, big end first': () =>
      Buffer.from(Buffer.concat([Buffer.from([0xff, 0xfe]), wide])).swap16(),
    'UTF-16 without a mark': () => wide,
    'UTF-16, one byte too many': () =>
      Buffer.concat([Buffer.from([0xff, 0xfe]), wide, bytes.subarray(0, 1)]),
    'Windows-1252': () => Buffer.from(text, 'latin1'),
    'half of it in another encoding': () =>
      Buffer.concat([
        bytes.subarray(0, bytes.length / 2),
        Buffer.from(text, 'latin1').subarray(bytes.length / 2),
      ]),
    'overlong UTF-8': () =>
      Buffer.concat([bytes, Buffer.from([0xc0, 0xbc, 0xe0, 0x80, 0xbc, 0xf8, 0x88])]),
    'bytes of nothing': () => Buffer.alloc(100_000),
    'bytes of 0xff': () => Buffer.alloc(100_000, 0xff),
  };
  for (const [name, make] of Object.entries(encodings)) yield {kind: 'encodings', name, make};
  const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 8,
  });
  for (const [at, flipped] of fc.sample(flips, {numRuns: runs, seed}).entries()) {
    const make = (): Uint8Array => {
      const changed = Buffer.from(bytes);
      for (const [place, byte] of flipped) changed[place] = byte;
      return changed;
    };
    yield {kind: 'wrong bytes', name: `wrong bytes, ${at}`, make};
  }
}

/** Any hostile values in any slots. */
function* random({template}: Sample, {runs, seed}: HostileOptions): Generator<HostileInput> {
  const value = fc.oneof(
    fc.constantFrom<unknown>(...HOSTILE_TEXTS.slice(0, -1)),
    fc.constantFrom<unknown>(...HOSTILE_URLS),
    fc.constantFrom<unknown>(...HOSTILE_VALUES),
    fc.constantFrom<unknown>(...HOSTILE_NUMBERS),
    fc.constantFrom<unknown>(...HOSTILE_DATES),
    fc.string({unit: 'binary', maxLength: 60}),
    fc.array(fc.constantFrom<unknown>(...HOSTILE_TEXTS.slice(0, -1)), {maxLength: 5}),
    fc.jsonValue({maxDepth: 3}),
  );
  const entries = fc.array(fc.tuple(fc.nat(template.slots.length - 1), value), {
    minLength: 1,
    maxLength: 6,
  });
  for (const [at, values] of fc.sample(entries, {numRuns: runs * 4, seed}).entries()) {
    const make = (): string => template.write(new Map(values));
    yield {kind: 'random', name: `random, ${at} of seed ${seed}`, make};
  }
}
