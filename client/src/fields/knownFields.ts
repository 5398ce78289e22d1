// The fields of the open documents, as the server has told them and as every edit since has moved them.
import * as vscode from 'vscode';
import type { FieldsParams } from '../../../server/src/lsp/protocol.js';
import { type Change, lastFirst } from './change.js';
import { FieldMap } from './fieldMap.js';
import type { FilledTotals } from './filledTotals.js';

/** A server that far behind has to be asked. */
const MOST_CHANGES = 500;

interface KnownMap {
  map?: FieldMap;
  /** What has changed since the version that the server spoke of. */
  readonly since: { readonly version: number; readonly changes: readonly Change[] }[];
  /** Versions with figures in cells where they are not meant. */
  readonly astray: Set<number>;
}

export class KnownFields {
  private readonly documents = new Map<string, KnownMap>();
  /** How the totals came: that is known as long as the document is open. */
  private readonly totals = new WeakMap<vscode.TextDocument, FilledTotals>();

  /** The fields as they are now; undefined where only the server can tell. */
  of(document: vscode.TextDocument): FieldMap | undefined {
    const map = this.documents.get(document.uri.toString())?.map;
    return map?.isCertain ? map : undefined;
  }

  /** What the server has found, with what has changed since. */
  read(
    document: vscode.TextDocument,
    params: FieldsParams,
    before?: FieldMap,
    since: readonly Change[] = [],
  ): FieldMap {
    const map = FieldMap.of(params, before);
    for (const change of since) map.move(change);
    // these have heard of it when it happened
    map.totals = this.totals.get(document) ?? map.totals;
    this.totals.set(document, map.totals);
    return map;
  }

  /** The server has told the fields of some version. */
  take(uri: vscode.Uri, params: FieldsParams): void {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === key);
    const known = this.knownOf(key);
    if (known.astray.has(params.version)) return;
    const since = known.since.filter(({ version }) => version > params.version);
    if (!document || document.version !== params.version + since.length) return; // from long ago
    known.since.splice(0, known.since.length, ...since);
    for (const version of known.astray) if (version < params.version) known.astray.delete(version);
    const changes = since.flatMap((one) => lastFirst(one.changes));
    known.map = this.read(document, params, known.map, changes);
  }

  /** Somebody else knows them. */
  adopt({ uri }: vscode.TextDocument, map: FieldMap): void {
    this.knownOf(uri.toString()).map = map;
  }

  /** What the server says of this version is not what is meant. */
  setAstray({ uri, version }: vscode.TextDocument): void {
    this.knownOf(uri.toString()).astray.add(version);
  }

  /** An edit has moved them; `trusted` if it breaks none. Fields that are `taken` move by themselves. */
  changed(
    { uri, version }: vscode.TextDocument,
    changes: readonly Change[],
    { trusted = false, taken }: { trusted?: boolean; taken?: FieldMap } = {},
  ): void {
    const known = this.documents.get(uri.toString());
    if (!known) return;
    known.since.push({ version, changes });
    if (known.since.length > MOST_CHANGES) this.forget(uri);
    if (known.map && known.map !== taken)
      for (const change of lastFirst(changes)) known.map.move(change, trusted);
  }

  /** Nobody knows them until the server tells. */
  forget(uri: vscode.Uri): void {
    this.documents.delete(uri.toString());
  }

  clear(): void {
    this.documents.clear();
  }

  private knownOf(key: string): KnownMap {
    let known = this.documents.get(key);
    if (!known) {
      known = { since: [], astray: new Set() };
      this.documents.set(key, known);
    }
    return known;
  }
}
