import {sayAccess} from '../../../src/access/describe-access.js';
import type {RuledRoute} from '../../../src/access/enforce-access.js';

const HEAD = `# Who may use which route of the hub

Made from the routes themselves by \`npm run hub:routes\`; a test fails when it is stale. The rule is part of a route's
declaration, and is held before the body is read: a route without one keeps the hub from starting. "Clerk of the shop"
lets in merchants and admins of the hub as well. What visitors' pages of other sites may ask is said by the shop's
\`allowedOrigins\`; a write with the session's cookie needs the hub's own \`Origin\`. How each rule is tried: the
[threat model](threat-model.md). What a route takes and answers: \`/docs\` of a hub.
`;

/** The whole of docs/hub-routes.md. */
export function routesPage(routes: readonly RuledRoute[]): string {
  const rows = routes
    .filter(({method}) => method !== 'HEAD')
    .toSorted((one, other) => compare(one.url, other.url) || compare(one.method, other.method))
    .map(({method, url, access}) => [`\`${url}\``, method, sayAccess(access)]);
  const all = [['route', 'verb', 'who may'], ...rows];
  const widths = [0, 1, 2].map(at => Math.max(...all.map(row => row[at]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return `${HEAD}\n${[line(all[0]!), rule, ...rows.map(line)].join('\n')}\n`;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
