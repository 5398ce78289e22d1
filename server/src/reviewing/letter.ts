// A reply letter to the unit that sent a report: what is to be mended, in the order of the report.
import { SEVERITIES, SEVERITY_WORDS } from '../findings/severity.js';
import { SECTIONS, TITLE_WORDS } from '../form/formats.js';
import type { DocumentBlock } from '../writing/document/blocks.js';
import { headingOf } from '../writing/writeTable.js';
import type { LetterItem } from './letterItems.js';
import type { ReviewedReport } from './reviewedReport.js';

/** The letter; null where there is nothing to mend. `file` is how the report's file is called. */
export function letterOf(report: ReviewedReport, file: string): DocumentBlock[] | null {
  const { items } = report;
  if (items.length === 0) return null;
  return [
    { kind: 'title', lines: titleOf(report) },
    { kind: 'paragraph', isFlush: true, text: `${report.organization ?? '你单位'}：` },
    { kind: 'paragraph', text: `${opening(report, file)}${countsOf(report)}` },
    ...relationsOf(report),
    ...partsOf(items),
    {
      kind: 'paragraph',
      text: '以上意见，请对照修改后重新报送。认为原文没有问题的，或者对意见有疑问的，请和我们联系。谢谢支持！',
    },
  ];
}

/** A name of its own on the first line, so that no word is torn. */
function titleOf(report: ReviewedReport): string[] {
  const whose = ownName(report);
  const rest = `${TITLE_WORDS}的修改意见`;
  return whose === '' ? [`关于${rest}`] : [`关于${whose}`, rest];
}

/** 青禾县教育局2023年政府信息公开工作年度报告 */
function nameOf(report: ReviewedReport): string {
  return ownName(report) + TITLE_WORDS;
}

function ownName({ organization, year }: ReviewedReport): string {
  return `${organization ?? ''}${year === null ? '' : `${year}年`}`;
}

function opening(report: ReviewedReport, file: string): string {
  return `你单位报来的《${nameOf(report)}》（${file}）已收到，感谢你们的工作。`;
}

function countsOf({ counts, items }: ReviewedReport): string {
  const told = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => `${SEVERITY_WORDS[severity]} ${counts[severity]} 处`,
  );
  const isLight = counts.error + counts.warning === 0;
  const what = isLight
    ? '这些意见供修改时参考。'
    : counts.info + counts.hint === 0
      ? '请逐条改正或者核对。'
      : '其中的错误和警告请逐条改正或者核对，其余的供修改时参考。';
  return `经审核，有${told.join('、')}，归为 ${items.length} 条意见，按报告的先后写在下面。${what}`;
}

/** A word on the tables, where they do not agree. */
function relationsOf({ relations: { held, broken, unknown } }: ReviewedReport): DocumentBlock[] {
  if (broken + unknown === 0) return [];
  const parts = [
    `${held} 条一致`,
    broken > 0 ? `${broken} 条不一致` : '',
    unknown > 0 ? `${unknown} 条因为有空格、缺行缺列等不能核对` : '',
  ].filter((part) => part !== '');
  const text = `表三、表四的勾稽关系共 ${held + broken + unknown} 条：${parts.join('，')}。`;
  return [{ kind: 'paragraph', text }];
}

/** The items under the heading of their section, numbered throughout. */
function partsOf(items: readonly LetterItem[]): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let section: number | undefined;
  for (const [i, item] of items.entries()) {
    if (item.section !== section) {
      section = item.section;
      const spec = SECTIONS.find(({ number }) => number === section);
      blocks.push({ kind: 'heading', level: 1, text: spec ? headingOf(spec) : '标题和开头' });
    }
    blocks.push({ kind: 'paragraph', text: itemText(item, i + 1) });
  }
  return blocks;
}

function itemText({ severity, places, message, advice }: LetterItem, number: number): string {
  const where = places.length === 0 ? '' : `${placesText(places)}：`;
  const what = /[。！？]$/.test(message) ? message : `${message}。`;
  const how = advice === '' ? '' : `建议：${advice}。`;
  return `${number}．【${SEVERITY_WORDS[severity]}】${where}${what}${how}`;
}

/** Of many places the first ones. */
const MOST_PLACES = 8;

function placesText(places: readonly string[]): string {
  const shown = places.slice(0, MOST_PLACES).join('；');
  return places.length > MOST_PLACES ? `${shown}等 ${places.length} 处` : shown;
}

/** The blocks of a letter for a Markdown file: what it quotes has no marks that Markdown would act on. */
export function letterInMarkdown(letter: readonly DocumentBlock[]): DocumentBlock[] {
  return letter.map((block) => {
    if (block.kind === 'title') return { ...block, lines: [block.lines.join('')] };
    if (block.kind !== 'paragraph') return block;
    return { ...block, text: block.text.replace(MARKS, '\\$&') };
  });
}

/** Emphasis, code, tags, pictures and links; a lone bracket is none. */
const MARKS = /[*`\\]|<(?=[a-z/!?])|!(?=\[)|\](?=\()/gi;
