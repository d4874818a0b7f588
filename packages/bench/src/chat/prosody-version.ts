import {spawnSync} from 'node:child_process';

/** The version of the installed Prosody; undefined where there is none, or none that can keep messages in SQLite. */
export function prosodyVersion(): string | undefined {
  const {error, stdout} = spawnSync('prosodyctl', ['about'], {encoding: 'utf8'});
  const about = error ? '' : stdout;
  const [, version] = /^Prosody (\S+)/m.exec(about) ?? [];
  return /^LuaDBI:/m.test(about) ? version : undefined;
}
