/** The words of links that restore what was asked; they come with the file that reads them. */
export const linkFr = {
  thisSpot: 'ce lieu',
};

export type LinkMessages = typeof linkFr;
