/** Why an archive cannot be used: the end of a sentence that begins with its address. */
export class ArchiveError extends Error {}
