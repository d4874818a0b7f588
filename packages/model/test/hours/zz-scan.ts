import {reference, ours, HOUR} from './reference.js';
import fs from 'fs';
const which = process.argv[2];
let values: string[] = [];
if (which === 'lib') {
  const src = fs.readFileSync('/tmp/oh/test.js', 'utf8');
  values = [...src.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)]
    .map(m => m[1]!.replace(/\\'/g, "'"))
    .filter(v => v.length > 1 && v.length < 400 && !/^\d{4}[-.]/.test(v));
} else if (which === 'monaco') {
  values = JSON.parse(fs.readFileSync('/work/shared/data/osm-monaco-riviera-pois.geojson', 'utf8'))
    .features.map((f: any) => f.properties.opening_hours)
    .filter(Boolean);
} else values = JSON.parse(fs.readFileSync(which!, 'utf8'));
values = [...new Set(values)];
const instants: Date[] = [];
const t0 = Date.parse('2026-01-01T00:00+01:00');
for (let i = 0; i < 2 * 365 * 24; i += 7) instants.push(new Date(t0 + i * HOUR + (i % 4) * 9e5));
for (const d of ['2026-03-28T20:00Z', '2026-10-24T20:00Z', '2026-12-24T00:00Z'])
  for (let i = 0; i < 60; i++) instants.push(new Date(Date.parse(d) + i * 18e5));
let cmp = 0,
  diff = 0,
  unk = 0,
  lib = 0,
  cov = 0,
  refUnk = 0;
const bad: string[] = [],
  nocov: string[] = [],
  unks: string[] = [];
for (const v of values) {
  const r = reference(v);
  if (!r) {
    const o = ours(v, instants[0]!, new Date(+instants[0]! + HOUR * 24));
    if (o && process.argv[3]) console.log('REFUSED-BY-LIB but ours', JSON.stringify(v));
    continue;
  }
  lib++;
  const a = ours(v, new Date(t0), new Date(t0 + 366 * 24 * HOUR)),
    b = ours(v, new Date(t0 + 365 * 24 * HOUR), new Date(t0 + 731 * 24 * HOUR));
  if (!a || !b) {
    nocov.push(v);
    continue;
  }
  cov++;
  let first = '',
    u = 0;
  for (const t of instants) {
    let x;
    try {
      x = r(t);
    } catch {
      continue;
    }
    const y = (+t < t0 + 365 * 24 * HOUR ? a : b)(t);
    cmp++;
    if (x !== y) {
      if (y === 'unknown') {
        unk++;
        u++;
      } else {
        diff++;
        first ||= `${t.toISOString()} lib=${x} ours=${y}`;
      }
    }
  }
  if (first) bad.push(JSON.stringify(v) + ' ' + first);
  if (u) unks.push(u + ' ' + v);
}
console.log({values: values.length, lib, cov, cmp, diff, unk});
console.log('BAD\n' + bad.join('\n'));
if (process.argv[3]) {
  console.log('NOTCOVERED\n' + nocov.join('\n'));
  console.log('UNK\n' + unks.join('\n'));
}
