import {homedir} from 'node:os';
import {join} from 'node:path';

const {WORDPRESS_CACHE, XDG_CACHE_HOME} = process.env;

/** Where `npm run fetch:wordpress` puts what the tests run; outside the checkout, so that `npm ci` leaves it. */
export const wordpressCache =
  WORDPRESS_CACHE ??
  join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'local-widgets/wordpress-builds-0.9.19');
