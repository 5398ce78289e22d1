// What a client is refused, in words of ours.
import { ResponseError } from 'vscode-languageserver';

/** The one error that is answered as it is: those that a client sends us may quote a document. */
export class Refusal extends ResponseError<unknown> {
  constructor(code: number, message: string, data?: unknown) {
    super(code, message, data);
    Object.setPrototypeOf(this, Refusal.prototype); // the library makes each a plain ResponseError
  }
}
