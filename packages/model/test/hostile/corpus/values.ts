import {PROTOTYPE_KEYS} from './texts.js';

/** JSON that stands where a value is expected. As text: `JSON.stringify` writes neither of these. */
export class RawJson {
  constructor(readonly text: string) {}
}

const nested = (depth: number, open: string, close: string): RawJson =>
  new RawJson(`${open.repeat(depth)}1${close.repeat(depth)}`);

/** Numbers at the ends of what a number can be, and texts that pass for numbers. */
export const HOSTILE_NUMBERS: readonly unknown[] = [
  ...['1e308', '-1e308', '1e999', '-1e999', '-0', '9007199254740993', '5e-324', '0.1e-7'].map(
    text => new RawJson(text),
  ),
  ...[1e21, 4_294_967_296, -1, 0.5, 180.000001, 90.000001],
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    '0x10',
    '1e5',
    '1e400',
    '1_000',
    '１２',
    '١٢',
    '12abc',
    '+-1',
  ],
  ...['9'.repeat(400), `0.${'0'.repeat(400)}1`, '1,2,3', ' 12 ', '\u200b12', '-'],
];

/** Dates and zones that are none, and some that are. */
export const HOSTILE_DATES: readonly string[] = [
  '20260230T120000',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '99999-01-01',
  '+275760-09-13T00:00:00Z',
  '-271821-04-20',
  '2026-01-05T25:61:61',
  '2026-01-05T23:59:60Z',
  '2026-01-05T12:00:00+99:99',
  '2026-01-05T12:00:00.123456789123456789Z',
  '20260105T120000Z\r\nATTENDEE:x',
  '2026-01-05T12:00\u202e',
  'today',
  '1767610800',
  '2026-W01-1',
  '2026-01-05/2026-01-06',
  'Europe/Atlantis',
  '__proto__',
  'P1Y',
  'PT99999999999999999999H',
  '-PT1H',
];

const withKeys = (value: string): RawJson =>
  new RawJson(`{${PROTOTYPE_KEYS.map(key => `"${key}":${value}`).join()}}`);

/** Values of another kind than is expected. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  [],
  {},
  [[]],
  [null],
  [[[['x']]]],
  {name: {name: {name: null}}},
  {'@value': {'@value': []}},
  {url: 'javascript:alert(1)', '@id': ['x'], value: {}},
  withKeys('null'),
  withKeys('"x"'),
  withKeys('{"polluted":true}'),
  new RawJson(`[${withKeys('1').text},${withKeys('[]').text}]`),
  nested(500, '[', ']'),
  nested(10_000, '[', ']'),
  nested(10_000, '{"name":', '}'),
  nested(10_000, '{"@value":', '}'),
];
