/** What a link's position without a name is called. */
export const linkFr = {thisSpot: 'ce lieu'};

export type LinkMessages = typeof linkFr;
