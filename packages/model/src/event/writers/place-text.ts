import type {EventLocation} from '../event.js';

/** A place in one line: name, street, code and town. */
export function placeText(location: EventLocation | undefined): string {
  const {name, address} = location ?? {};
  const town = [address?.postalCode, address?.addressLocality].filter(Boolean).join(' ');
  const parts = [name, address?.streetAddress, town].filter(
    part => part !== undefined && part !== '',
  );
  // many sources have the whole address in the name
  return parts.filter((part, at) => at === 0 || !parts[0]!.includes(part!)).join(', ');
}
