import {download, fileWords} from '@local-widgets/core';
import {placesToVCard, type Place} from '@local-widgets/model';

export const VCARD = 'text/vcard';

/** Downloads a place for the address book of the device. */
export function saveContact(place: Place): void {
  download(placesToVCard([place]), VCARD, `${fileWords(place.name) ?? 'contact'}.vcf`);
}
