import {readFileSync} from 'node:fs';

/** Ticks a second in /proc (`getconf CLK_TCK`), the same on every Linux that we know. */
const TICKS = 100;

/** Seconds of processor time that a process has used, its threads included (proc(5), fields 14 and 15). */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
