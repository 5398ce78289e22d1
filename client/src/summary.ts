// The state of a report in a few words.
import type { StatusParams } from '../../server/src/lsp/protocol.js';

export interface StatusSummary {
  readonly icon: string;
  readonly text: string;
}

/**
 * `2 处错误 · 勾稽 42 条一致`, `3 处错误 · 勾稽不一致 2 处`, `勾稽 40 条一致`; as long as it is being written
 * `还有 12 处待写、201 格待填 · 勾稽无法核对`.
 */
export function summarize({ counts, open, relations }: StatusParams): StatusSummary {
  const { error, warning } = counts;
  const faults = error > 0 ? [`${error} 处错误`] : [];
  const todo = toDo(open);
  if (todo !== '') {
    const icon = error > 0 ? 'error' : 'edit';
    return { icon, text: [...faults, todo, verdict(relations)].join(' · ') };
  }
  if (error === 0 && relations.broken === 0)
    return { icon: warning > 0 ? 'warning' : 'check', text: agreement(relations) };
  return { icon: 'error', text: [...faults, verdict(relations)].join(' · ') };
}

/** The whole state, a line each, for the tooltip. */
export function describe(state: StatusParams): string[] {
  const { organization, year, template, counts, open, relations } = state;
  const { error, warning, info, hint } = counts;
  const { held, broken, unknown } = relations;
  return [
    [organization, year && `${year} 年`, template && formatName(template)]
      .filter(Boolean)
      .join(' · '),
    `错误 ${error}　警告 ${warning}　信息 ${info}　提示 ${hint}`,
    toDo(open),
    `勾稽关系：一致 ${held} 条，不一致 ${broken} 条，无法核对 ${unknown} 条`,
  ].filter((line) => line !== '');
}

/** 还有 12 处待写、201 格待填. */
function toDo({ prompts, cells }: StatusParams['open']): string {
  const parts = [prompts > 0 && `${prompts} 处待写`, cells > 0 && `${cells} 格待填`].filter(
    Boolean,
  );
  return parts.length > 0 ? `还有 ${parts.join('、')}` : '';
}

function formatName(template: NonNullable<StatusParams['template']>): string {
  return template === 'mixed' ? '新旧格式混用' : `${template} 年格式`;
}

function verdict(relations: StatusParams['relations']): string {
  const { broken } = relations;
  return broken > 0 ? `勾稽不一致 ${broken} 处` : agreement(relations);
}

function agreement({ held, unknown }: StatusParams['relations']): string {
  if (held === 0) return '勾稽无法核对';
  return unknown === 0 ? `勾稽 ${held} 条一致` : `勾稽 ${held} 条一致，${unknown} 条无法核对`;
}

/** 1.属于国家秘密 · 自然人; of the head of a column its name alone. */
export function placeName({
  row,
  column,
}: {
  readonly row?: string;
  readonly column: string;
}): string {
  return row === undefined ? column : `${row} · ${column}`;
}
