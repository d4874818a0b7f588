import {readlinkSync} from 'node:fs';
import {hostname} from 'node:os';
import type {Chance} from '../../chance-and-clock.js';

/** What tells process ids of one machine from those of another, or of another container; empty where unknown. */
function processSpace(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`.replaceAll(' ', '_');
  } catch {
    return '';
  }
}

/** Those of this process: several hubs may run in one. */
const OWN = new Set<string>();

/** This hub, as the holder of a lease: where it runs, its process, and something that no other had. */
export function leaseHolder(chance: Chance): string {
  const own = Buffer.from(chance.bytes(9)).toString('base64url');
  const holder = `${processSpace()} ${process.pid} ${own}`;
  OWN.add(holder);
  return holder;
}

/** It holds nothing any more. */
export function forgetHolder(holder: string): void {
  OWN.delete(holder);
}

/**
 * Whether a holder is certainly gone: its process ran here and is no more. So a hub that was killed and
 * started again need not wait for the end of its own lease.
 */
export function isGone(holder: string): boolean {
  const [space = '', pid = ''] = holder.split(' ');
  if (OWN.has(holder) || space === '' || space !== processSpace()) return false;
  // who has our own id and is none of us had it before us
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // of another user it runs as well
    return (error as {code?: string}).code === 'EPERM';
  }
}
