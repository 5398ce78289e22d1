// Which file a report text was made of, kept with the workspace: whoever writes back asks here.
import * as vscode from 'vscode';

const KEY = 'office.sources';
/** The texts made last; nobody goes back further. */
const KEPT = 200;

/** Text and source, as URIs; the newest last. */
type Made = readonly [text: string, source: string];

export class OfficeSources implements vscode.Disposable {
  private readonly followed = [
    vscode.workspace.onDidRenameFiles(({ files }) =>
      this.follow(files.map(({ oldUri, newUri }) => [String(oldUri), String(newUri)])),
    ),
    vscode.workspace.onDidSaveTextDocument((document) => this.savedAs(document)),
  ];

  constructor(private readonly state: vscode.Memento) {}

  /**
   * The file that a text was made of; undefined where it was not made by us. What was not saved yet is known
   * by the name under which it is to be.
   */
  sourceOf(text: vscode.Uri): vscode.Uri | undefined {
    const isIt =
      text.scheme === 'untitled'
        ? (made: string) => vscode.Uri.parse(made).path === text.path
        : (made: string) => made === String(text);
    const found = this.all.findLast(([made]) => isIt(made));
    return found && vscode.Uri.parse(found[1]);
  }

  /** Whether a text was made of a file. */
  isSource(file: vscode.Uri): boolean {
    return this.all.some(([, source]) => source === String(file));
  }

  /** `text`: the name that it has, or is to be saved under. */
  async remember(text: vscode.Uri, source: vscode.Uri): Promise<void> {
    const others = this.all.filter(([made]) => made !== String(text));
    await this.state.update(KEY, [...others, [String(text), String(source)]].slice(-KEPT));
  }

  dispose(): void {
    for (const one of this.followed) one.dispose();
  }

  private get all(): readonly Made[] {
    return this.state.get<readonly Made[]>(KEY, []);
  }

  /**
   * “另存为”, or the first saving of what was not saved yet, under a name of the user's own: no event tells
   * of it, but the text that is saved is still open under the name that it had.
   */
  private async savedAs(document: vscode.TextDocument): Promise<void> {
    if (this.all.length === 0 || this.sourceOf(document.uri)) return;
    const made = vscode.workspace.textDocuments.filter(
      (one) => one !== document && this.sourceOf(one.uri),
    );
    if (made.length === 0) return;
    const words = wordsOf(document);
    const same = words === '' ? undefined : made.find((one) => wordsOf(one) === words);
    const source = same && this.sourceOf(same.uri);
    if (source) await this.remember(document.uri, source);
  }

  /** Files, or folders with all that is in them, have got other names. */
  private async follow(renames: readonly Made[]): Promise<void> {
    const now = (uri: string) => {
      const rename = renames.find(([old]) => uri === old || uri.startsWith(`${old}/`));
      return rename ? rename[1] + uri.slice(rename[0].length) : uri;
    };
    const { all } = this;
    const next = all.map(([text, source]): Made => [now(text), now(source)]);
    if (String(next) !== String(all)) await this.state.update(KEY, next);
  }
}

/** Saving may change blanks and line ends. */
function wordsOf(document: vscode.TextDocument): string {
  return document.getText().replace(/\s/g, '');
}
