/** An error whose message says it all to people; its stack would only hide that. */
export class SentenceError extends Error {}
