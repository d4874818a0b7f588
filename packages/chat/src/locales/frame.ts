/** What every panel has; it comes with whichever is opened first. */
export const frameFr = {
  close: 'Fermer',
  byMail: 'Par e-mail',
};

export type FrameMessages = typeof frameFr;
