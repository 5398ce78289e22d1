// What Word, PDF files and form letters leave behind: bookmarks, field codes, page numbers,
// filling instructions, placeholders, characters that cannot be seen.

import type { Finding } from '../../findings/finding.js';
import { cellNotesIn, fillingNotesIn, withoutFillingNotes } from '../../form/fillingNotes.js';
import { promptAt, promptsIn } from '../../form/prompts.js';
import type { ProseLine, Report } from '../../report/report.js';
import { lineAt, lineIndexAt } from '../../report/runningText.js';
import { tableAt } from '../../report/tableAt.js';
import { holds } from '../../text/span.js';
import { saying } from '../examples.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';
import { pageNumbersIn } from './residue.pageNumbers.js';
import {
  CODE,
  FORM,
  instructionAt,
  promptFound,
  type Residue,
  residueAt,
} from './residue.residues.js';
import { scanOf } from './shared/scan.js';

export const residue: Rule = {
  id: 'residue',
  severity: 'warning',
  seesTechnical: true,
  docs: () => ({
    title: '残留内容',
    english: 'Left-overs of copying',
    what: '正文里残留的书签、域代码、页码、网页代码、填写说明、“××”占位、看不见的字符。',
    why: '这些是 Word、PDF、网页或模板带来的，发布后读者会看到。',
    how: '核对后用快速修复删除；占位的地方请补上内容。',
    invalid: [
      { note: 'Word 书签', text: saying('[bookmark: _GoBack]我镇依法做好公开工作') },
      { note: '填写说明', text: saying('我镇公开信息12条（请填写本年数据）') },
      { note: '格式自带的说明', text: saying('公开信息12条（文字描述）') },
      { note: '占位', text: saying('××镇依法做好公开工作') },
      { note: '新建年报的提示', text: saying('【请写明：监督保障的情况】') },
      { note: '没有填的空', text: saying('我镇主动公开政府信息【条数】条') },
      { note: '上年文字的标记', text: saying('【上年文字，请改写】我镇依法做好公开工作') },
      { note: '页码', text: saying('我镇依法做好公开工作。\n— 3 —\n我镇及时公开信息') },
    ],
    valid: [
      { note: '普通括号', text: saying('我镇依法做好公开工作（含转载）') },
      { note: '方括号里的年份，另有提示', text: saying('按照国办发[2021]12号要求') },
      { note: '“1+X”是名称', text: saying('我镇召开“1+X”新闻发布会') },
      { note: '说到表格', text: saying('我镇以表格形式公布办事流程，附文字描述') },
      { note: '说到填写', text: saying('我镇指导申请人填写申请表，规范填报') },
      { note: '别的方头括号', text: saying('我镇设【请示】【批复】两类档案') },
      { note: '括号里别的词', text: saying('见【政务公开】专栏【2023】第3期，按【条数统计】整理') },
      { note: '说到上年文字', text: saying('我镇对照上年文字改写办事指南') },
    ],
  }),
  *check(report) {
    yield* traces(report);
    yield* instructions(report);
    yield* fillingNotes(report);
    yield* unfilledCells(report);
    yield* invisibles(report);
    yield* pageNumbers(report);
  },
};

function* traces(report: Report): Iterable<Finding> {
  let done = 0;
  const codes: Residue[] = [];
  for (const offset of scanOf(report).traces) {
    // 【××】 is told as a whole
    if (offset < done || promptAt(report.text, offset - 1)) continue;
    const line = lineAt(report, offset) as ProseLine;
    const found = residueAt(report.text, line.span, offset);
    if (!found) continue;
    done = found.span.end;
    if (found.kind === CODE) codes.push(found);
    else yield finding(report.text, found);
  }
  const [first] = codes;
  if (!first) return;
  const written = report.text.slice(first.span.start, first.span.end);
  const edits = codes.map(({ span }) => ({ span, newText: '' }));
  yield {
    span: first.span,
    message: `残留的${CODE}共 ${codes.length} 处（如“${written}”），应删除。`,
    fixes: [{ title: `删除 ${codes.length} 处${CODE}`, safe: false, edits }],
  };
}

function* instructions(report: Report): Iterable<Finding> {
  const { text, sections } = report;
  // what an official heading should not have section-title takes out
  const inHeading = (offset: number) => sections.some(({ title }) => holds(title, offset));
  for (const offset of scanOf(report).paired) {
    if (!'（(【［'.includes(text.charAt(offset)) || inHeading(offset)) continue;
    const found = instructionAt(text, (lineAt(report, offset) as ProseLine).span, offset);
    if (found) yield finding(text, found);
  }
}

/** The notes of the form itself; where nothing else stands in the section, something has to be written. */
function* fillingNotes(report: Report): Iterable<Finding> {
  const { text, sections } = report;
  for (const span of fillingNotesIn(text)) {
    const line = lineAt(report, span.start);
    if (!line || sections.some(({ heading }) => holds(heading, span.start))) continue;
    const own = sections.find(({ body }) => holds(body, span.start));
    const isAll =
      own && withoutFillingNotes(text.slice(own.body.start, own.body.end)).trim() === '';
    yield finding(text, { span, kind: FORM, ...(isAll && { advice: WRITE }) });
  }
  for (const span of cellNotesIn(text))
    if (lineIndexAt(report.prose, span.start) < 0 && tableAt(report, span.start))
      yield finding(text, { span, kind: FORM });
}

/** Prompts in tables, which are no running text. */
function* unfilledCells(report: Report): Iterable<Finding> {
  const { text, prose } = report;
  for (const { start } of promptsIn(text)) {
    if (lineIndexAt(prose, start) >= 0 || !tableAt(report, start)) continue;
    const found = promptFound(text, start);
    if (found) yield finding(text, found);
  }
}

/** Without the note the section would be empty. */
const WRITE = '请换成要写的内容';

function finding(text: string, { span, kind, fill, advice }: Residue): Finding {
  const written = text.slice(span.start, span.end);
  return {
    span,
    message: `残留的${kind}“${written}”，${advice ?? (fill ? '请补上内容' : '应删除')}。`,
    fixes: fill || advice === WRITE ? [] : [replace(span, '', `删除“${written}”`)],
  };
}

/** What cannot be seen is one finding a document; what was lost is one a line. */
function* invisibles(report: Report): Iterable<Finding> {
  const { text, lines } = report;
  const { invisible } = scanOf(report);
  const isLost = (offset: number) => isLostCharacter(text.charCodeAt(offset));
  const hidden = invisible.filter((offset) => !isLost(offset));
  const [first] = hidden;
  if (first !== undefined) {
    const edits = hidden.map((start) => ({ span: { start, end: start + 1 }, newText: '' }));
    yield {
      span: { start: first, end: first + 1 },
      message: `有 ${hidden.length} 个看不见或显示不出的字符（${codeOf(text, first)}），应删除。`,
      fixes: [{ title: `删除 ${hidden.length} 个看不见的字符`, safe: false, edits }],
    };
  }
  let line = -1;
  for (const start of invisible) {
    if (!isLost(start) || lines.lineAt(start) === line) continue;
    line = lines.lineAt(start);
    const message = `有乱码（${codeOf(text, start)}）：原来的字在转换时丢失了，请对照原稿补上。`;
    yield { span: { start, end: start + 1 }, message };
  }
}

/** U+200B. */
function codeOf(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A sign that stands for a character: �, or one of a private font (but for Word's bullets). */
function isLostCharacter(code: number): boolean {
  return code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff && (code & 0xff00) !== 0xf000);
}

/** Page numbers go with their line; what a table holds stays where it is. */
function* pageNumbers(report: Report): Iterable<Finding> {
  for (const { span, fix } of pageNumbersIn(report)) {
    const written = report.text.slice(span.start, span.end);
    const title = `删除“${written}”`;
    const fixes = fix ? [{ title, safe: false, edits: [fix] }] : [];
    yield { span, message: `残留的页码“${written}”，应删除。`, fixes };
  }
}
