import type {ShareMessages} from '../share.js';

const some = (count: number, formatted: string): string =>
  count === 1 ? 'one address' : `${formatted} addresses`;

export const shareEn: ShareMessages = {
  shareLink: 'Share the link',
  copyLink: 'Copy the link',
  linkCopied: 'Link copied.',
  linkShared: 'Link shared.',
  copyList: (count, formatted) => `Copy the list (${some(count, formatted)})`,
  listCopied: (count, formatted) => `List copied, ${some(count, formatted)}.`,
  copyByHand: 'Copying is blocked here. The text is selected: copy it with Ctrl + C.',
  toCopy: 'Text to copy',
  print: (count, formatted) => `Print (${some(count, formatted)})`,
  download: (count, formatted) => `Download ${some(count, formatted)}`,
  asCsv: 'Spreadsheet (CSV)',
  asVCard: 'Contacts (vCard)',
  asGeoJson: 'Map (GeoJSON)',
  downloaded: (file, count, formatted) => `File ${file} ready, ${some(count, formatted)}.`,
  downloadFailed: 'The file could not be made. Copy the list instead.',
  nothingToShare: 'No address is shown: remove a filter to print or export.',
};
