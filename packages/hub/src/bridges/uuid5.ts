import {createHash} from 'node:crypto';

/** Of this project's bridges: made once, by chance. */
const NAMESPACE = Buffer.from('5b0c8a1ee0b44c0fa0a3b6a1d2f6c7e9', 'hex');

/** A UUID version 5 (RFC 9562, section 5.5): the same name gives the same UUID, in every process. */
export function uuid5(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = 0x50 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
