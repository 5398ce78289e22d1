// The tables as grids: told with each check, as the fields are, since the cursor does not wait.
import { RELATION_RULES } from '../../form/formats.js';
import { type GridCell, gridsOf } from '../../service/index.js';
import type { Source } from '../../text/source.js';
import type { Feature } from '../feature.js';
import { GRIDS, type GridCellPlace, type GridPlaces, type GridsParams } from '../protocol.js';
import type { CheckedDocument } from '../state/checkedDocuments.js';

/** The rules whose findings are wrong figures. */
const RULES: ReadonlySet<string> = new Set([...RELATION_RULES, 'cell-value']);

export const gridFeature: Feature = {
  serve({ connection, options, onChecked }) {
    if (!options.grids) return;
    onChecked((checked) => void connection.sendNotification(GRIDS, gridsIn(checked)));
  },
};

function gridsIn({ uri, version, report, source, diagnostics }: CheckedDocument): GridsParams {
  const wrong = new Set(
    diagnostics.filter(({ rule }) => RULES.has(rule)).map(({ span }) => span.start),
  );
  const tables = gridsOf(report).map((grid): GridPlaces => {
    const names = [...new Set(grid.cells.flatMap(({ row, column }) => [row ?? column, column]))];
    const cells = grid.cells.map((cell) => placeOf(cell, names, source, wrong));
    return {
      ...source.toOriginal(grid.span),
      names,
      cells: cells.sort((a, b) => a.start - b.start),
    };
  });
  return { uri, version, tables };
}

function placeOf(
  { span, row, column, place, isTotal }: GridCell,
  names: readonly string[],
  source: Source,
  wrong: ReadonlySet<number>,
): GridCellPlace {
  const isWrong = row !== null && wrong.has(span.start);
  return {
    ...source.toOriginal(span),
    ...(row !== null && { row: names.indexOf(row) }),
    column: names.indexOf(column),
    place,
    as: isWrong ? 'wrong' : isTotal ? 'sum' : 'column',
  };
}
