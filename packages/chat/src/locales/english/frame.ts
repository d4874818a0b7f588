import type {FrameMessages} from '../frame.js';

export const frameEn: FrameMessages = {
  close: 'Close',
  byMail: 'By e-mail',
};
