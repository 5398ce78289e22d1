// What open documents were told of last year's report, and who is to be told that it is another by now.
import type { Identity } from '../../service/index.js';
import type { PreviousRef } from './knownReports.js';
import type { EditorSettings } from './settings.js';

/** Where last year's report is looked for. */
export type Where = EditorSettings['lastYear'];

/** What an open document is, and where its report of last year is looked for. */
interface Question {
  readonly identity: Identity;
  readonly where: Where;
}

/** Documents are told together, not at every key. */
const TELL_AFTER = 200;

export class PreviousNews {
  private readonly questions = new Map<string, Question>();
  /** The id of the report that each was told of. */
  private readonly answers = new Map<string, string | undefined>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `tell` is given the keys of the documents for which something is another. */
  constructor(
    private readonly find: (key: string, question: Question) => PreviousRef | null,
    private readonly tell: (keys: readonly string[]) => void,
  ) {}

  /** What is known now; remembered as what the document was told. */
  answer(key: string, question: Question): PreviousRef | null {
    const found = this.find(key, question);
    this.questions.set(key, question);
    this.answers.set(key, found?.id);
    return found;
  }

  /** Of a document that is closed, or does not want to know. */
  forget(key: string): void {
    this.questions.delete(key);
    this.answers.delete(key);
  }

  /** Something may be another now: looks at it soon. */
  expect(): void {
    this.timer ??= setTimeout(() => this.look(), TELL_AFTER);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    this.timer = undefined;
    const others = [...this.questions].filter(([key, question]) => {
      const before = this.answers.get(key);
      return this.answer(key, question)?.id !== before;
    });
    if (others.length > 0) this.tell(others.map(([key]) => key));
  }
}
