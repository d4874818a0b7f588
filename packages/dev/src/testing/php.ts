import {spawnSync} from 'node:child_process';
import {findExecutable} from '../browsers/find-executable.js';

export const php = findExecutable(['php', 'php8.4', 'php8.3', 'php8.2']);

/** Extensions that WordPress on SQLite needs. */
const EXTENSIONS = ['pdo_sqlite', 'mbstring', 'xml'];

/** Why what needs PHP is left out. */
export const withoutPhp: string | false = missing();

function missing(): string | false {
  if (php === undefined) return 'PHP is not installed (Debian: php-cli)';
  const modules = spawnSync(php, ['-m'], {encoding: 'utf8'}).stdout.toLowerCase().split('\n');
  const absent = EXTENSIONS.filter(name => !modules.includes(name));
  return (
    absent.length > 0 &&
    `PHP lacks ${absent.join(', ')} (Debian: php-sqlite3, php-mbstring, php-xml)`
  );
}

/** What a program in PHP prints. @throws with its errors, and for any notice */
export function runPhp(file: string, args: readonly string[] = [], input = ''): string {
  const settings = [
    'display_errors=stderr',
    'error_reporting=-1',
    'memory_limit=512M',
    // no mail leaves
    'sendmail_path=/bin/true',
  ];
  const options = settings.flatMap(setting => ['-d', setting]);
  const {status, stdout, stderr} = spawnSync(php!, [...options, file, ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0 || stderr !== '') throw new Error(`${file}: ${stderr || stdout}`);
  return stdout;
}
