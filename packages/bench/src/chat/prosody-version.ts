import {spawnSync} from 'node:child_process';

/** The version of the installed Prosody; undefined where there is none, or none that can keep messages in SQLite. */
export function prosodyVersion(): string | undefined {
  const {stdout, error} = spawnSync('prosodyctl', ['about'], {encoding: 'utf8'});
  if (error) return undefined;
  return /^LuaDBI:/m.test(stdout) ? /^Prosody (\S+)/m.exec(stdout)?.[1] : undefined;
}
