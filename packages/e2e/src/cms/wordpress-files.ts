import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {unzip} from '../../../dev/src/cms/unzip.js';
import {wordpressCache} from '../../../dev/src/cms/wordpress-cache.js';
import {withoutPhp} from '../../../dev/src/testing/php.js';

/** Why the tests that run WordPress are left out. */
export const withoutWordpress: string | false =
  withoutPhp ||
  (!existsSync(wordpressCache) && 'WordPress is not here; "npm run fetch:wordpress" brings it');

const SQLITE = 'sqlite-database-integration';

/** Puts WordPress into a folder, working on SQLite, not installed yet. */
export function putWordpress(folder: string, address: string): void {
  unpack('src/wordpress/wp-6.5.zip', folder);
  cpSync(join(wordpressCache, 'public/wp-6.5'), folder, {recursive: true});
  // some of the packaged folders come with the log of who packed them
  rmSync(join(folder, 'wp-content/debug.log'), {force: true});
  unpack(`src/${SQLITE}/${SQLITE}.zip`, join(folder, 'wp-content/sqlite'), `${SQLITE}-main/`);
  write(
    join(folder, 'wp-content/db.php'),
    `<?php
define('DB_ENGINE', 'sqlite');
define('DB_DIR', __DIR__ . '/database/');
define('DB_FILE', 'test.sqlite');
require_once __DIR__ . '/sqlite/wp-includes/sqlite/db.php';
`,
  );
  // WordPress takes no language that it has no file of; an empty one leaves its own words English
  write(join(folder, 'wp-content/languages/fr_FR.mo'), emptyCatalogue());
  write(join(folder, 'wp-config.php'), configuration(address));
}

function unpack(archive: string, folder: string, prefix = ''): void {
  for (const [path, content] of unzip(readFileSync(join(wordpressCache, archive)))) {
    if (path.startsWith(prefix)) write(join(folder, path.slice(prefix.length)), content);
  }
}

/** https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html */
function emptyCatalogue(): Buffer {
  const header = Buffer.alloc(28);
  [0x950412de, 0, 0, header.length, header.length, 0, header.length].forEach((value, i) =>
    header.writeUInt32LE(value, 4 * i),
  );
  return header;
}

function write(file: string, content: string | Buffer): void {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, content);
}

/** Nothing is asked of the outside, and everything that goes wrong is written down. */
const configuration = (address: string): string => `<?php
define('DB_NAME', 'test');
define('DB_USER', '');
define('DB_PASSWORD', '');
define('DB_HOST', '');
define('DB_CHARSET', 'utf8');
define('DB_COLLATE', '');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define($name . '_KEY', $name . '-key');
    define($name . '_SALT', $name . '-salt');
}
define('WP_HOME', '${address}');
define('WP_SITEURL', '${address}');
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', __DIR__ . '/wp-content/debug.log');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('FS_METHOD', 'direct');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
`;
