import {spawnSync} from 'node:child_process';

/** The version of the installed Prosody; undefined where there is none, or none that can keep messages in SQLite. */
export function prosodyVersion(): string | undefined {
  const {stdout} = spawnSync('prosodyctl', ['about'], {encoding: 'utf8'});
  const [, version] = /^Prosody (\S+)/m.exec(stdout ?? '') ?? [];
  return /^LuaDBI:/m.test(stdout ?? '') ? version : undefined;
}
