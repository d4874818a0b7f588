import type {ShareMessages} from '../share.js';

export const shareEn: ShareMessages = {
  shareLink: 'Share the link',
  copyLink: 'Copy the link',
  linkCopied: 'Link copied.',
  linkShared: 'Link shared.',
  copyByHand: 'Copying is blocked here. The text is selected: copy it with Ctrl + C.',
  toCopy: 'Text to copy',
  subscribe: 'Subscribe',
  subscribeTo: name => `Subscribe to “${name}”`,
  subscribeToAll: 'Subscribe to this calendar',
  subscribeToFilter: 'Subscribe to this selection',
  subscribeHint: 'Your own calendar (phone, Outlook, Thunderbird) then keeps itself up to date.',
  copySubscription: 'Copy the address to subscribe to',
  download: (count, formatted) =>
    count === 1 ? 'Download the event (.ics)' : `Download ${formatted} events (.ics)`,
  print: 'Print',
  downloaded: file => `File ${file} is ready.`,
  downloadFailed: 'The file could not be made.',
  take: 'Take along',
  nothingToShare: 'No event is shown: remove a filter to print or export.',
};
