/** A command cannot be done as it was given; the message is a sentence for who typed it. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
