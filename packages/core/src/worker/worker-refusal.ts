/** The worker could not do its work, and the page has to. The message is a sentence for the console. */
export class WorkerRefusal extends Error {
  override readonly name = 'WorkerRefusal';

  constructor(
    message: string,
    /** The file that the worker is made of. */
    readonly address: string,
  ) {
    super(message);
  }
}
