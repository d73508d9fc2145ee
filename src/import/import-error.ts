/** What is to be imported cannot be had or read. The message is for whoever runs the command, and quotes no document. */
export class ImportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImportError';
  }
}
