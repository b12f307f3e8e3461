/** A fault of ours: a stable code for the log, never shown to a person. */
export class CareError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CareError';
    this.code = code;
  }
}
