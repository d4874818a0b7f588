import type {RuledRoute} from '../../../src/access/enforce-access.js';
import {includesRole} from '../../../src/accounts/roles.js';
import type {Caller} from './callers.js';
import type {ShopName} from './world.js';

/** What a route must do with a caller: let them in, or refuse with a status. */
type Outcome = 'in' | 401 | 403 | 404;

const SAFE = new Set(['GET', 'HEAD']);

/** What the declared rule of a route means for a caller who asks for what `shop` has. */
export function expected(route: RuledRoute, shop: ShopName, caller: Caller): Outcome {
  const {access, method} = route;
  switch (access.who) {
    case 'anyone':
    case 'signer':
      return 'in';
    case 'own page':
      return SAFE.has(method) || caller.isOwnPage ? 'in' : 403;
    case 'holder':
      return access.of === 'chat link' && caller.visitorAt === undefined ? 401 : 'in';
    case 'visitor':
      return caller.visitorAt === undefined ? 401 : 'in';
    case 'signed in':
      return caller.isSignedIn ? 'in' : 401;
    case 'at shop':
      return atShop(caller, shop, access.alone?.role ?? access.role);
    case 'admin':
      return atShop(caller, '*', 'admin');
    case 'in room':
      return inRoom(caller, shop, access.as);
    case 'server':
      return ofServer(route, caller, access.named);
  }
}

function atShop(caller: Caller, shop: string, role: 'clerk' | 'merchant' | 'admin'): Outcome {
  if (!caller.isSignedIn && !caller.at) return 401;
  const isThere = caller.at?.shop === shop || caller.at?.shop === '*';
  return isThere && includesRole(caller.at!.role, role) ? 'in' : 403;
}

/** The rooms of both shops are conversations. */
function inRoom(caller: Caller, shop: ShopName, as: string): Outcome {
  if (caller.visitorAt !== undefined) {
    return caller.visitorAt === shop && as !== 'moderator' ? 'in' : 404;
  }
  const outcome = atShop(caller, shop, 'clerk');
  // nobody learns which rooms there are
  if (outcome === 403) return 404;
  return outcome === 'in' && as === 'visitor' ? 404 : outcome;
}

function ofServer({url}: RuledRoute, caller: Caller, named: string): Outcome {
  if (caller.server === named) return 'in';
  // the application service API tells a missing token from a wrong one
  return url.startsWith('/_matrix/') && caller.isBearer ? 403 : 401;
}
