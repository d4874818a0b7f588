import {compare, instants, reference, ours} from './reference.js';
import {SHOPS, SPECIFICATION} from './values.js';
const at = instants(11.25);
for (const [n, l] of [
  ['SHOPS', SHOPS],
  ['SPEC', SPECIFICATION],
] as const)
  for (const v of l) {
    const t = Date.now();
    const c = compare(v, at);
    if (!c) console.log(n, 'NOT COMPARED', v, 'lib', !!reference(v), 'ours', !!ours(v, at[0]!));
    else if (c.wrong.length) console.log(n, 'WRONG', v, c.wrong.length, c.wrong.slice(0, 3));
    else if (c.unknown) console.log(n, 'unk', c.unknown, v);
    const d = Date.now() - t;
    if (d > 400) console.log('SLOW', d, v);
  }
