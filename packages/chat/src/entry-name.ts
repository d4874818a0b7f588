/** Names the entry of a hub in `localStorage`; those of its messages begin with it. */
export const entryName = (hub: string): string => `local-widgets:chat:${hub}`;
