import type {LinkMessages} from '../link.js';

export const linkEn: LinkMessages = {
  thisSpot: 'this spot',
};
