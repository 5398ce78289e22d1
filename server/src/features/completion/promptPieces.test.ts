import { describe, expect, it } from 'vitest';
import { ORGAN_LEVELS } from '../../form/organLevels.js';
import { promptsIn } from '../../form/prompts.js';
import { parseReport } from '../../reading/parse.js';
import { createReportService } from '../../service/index.js';
import { applyEdits } from '../../text/edit.js';
import { newReport } from '../newReport/newReport.js';
import { completionsAt } from './completion.js';
import { toPlainText } from './snippet.js';

const ORGANS = {
  town: '青禾县云水镇人民政府',
  bureau: '青禾县教育局',
  county: '青禾县人民政府',
  city: '青禾市人民政府',
  province: '青禾省人民政府',
} as const;

const drafts = ORGAN_LEVELS.flatMap((level) =>
  ([2020, 2025] as const).flatMap((year) =>
    (['markdown', 'tab'] as const).map((layout) => ({
      level,
      year,
      layout,
      organization: ORGANS[level],
      zeros: true,
    })),
  ),
);

const BLANK_OF_SENTENCE = /【[条件人次]数】/g;

const { check } = createReportService();

describe('a prompt is answered where it is', () => {
  it.each(drafts)('$level $year $layout', (draft) => {
    let text = newReport(draft);
    const count = promptsIn(text).length;
    expect(count).toBeGreaterThan(5);
    for (let left = count; left > 0; left--) {
      const [prompt] = promptsIn(text) as [{ start: number; end: number }];
      const report = parseReport(text);
      for (const at of [prompt.start, prompt.start + 5, prompt.end]) {
        const [first] = completionsAt(report, at, draft.layout);
        expect(first?.replace).toEqual(prompt);
        expect(first?.filterText).toContain(text.slice(prompt.start, prompt.end));
      }
      const [answer] = completionsAt(report, prompt.end, draft.layout);
      // what only the writer knows is a blank of the sentence, filled in next
      const newText = toPlainText(answer?.body ?? []).replace(BLANK_OF_SENTENCE, '若干');
      text = applyEdits(text, [{ span: prompt, newText }]);
    }
    expect(promptsIn(text)).toEqual([]);
    expect(check(parseReport(text)).diagnostics.map(({ message }) => message)).toEqual([]);
  });
});

it('has no sentence for the blank of a sentence', () => {
  const text = newReport({ organization: ORGANS.bureau, year: 2025, layout: 'tab' }).replace(
    /【请写明：[^】]*】/,
    '全年主动公开政府信息【条数】条。',
  );
  const at = text.indexOf('【条数】');
  expect(promptsIn(text)).toContainEqual({ start: at, end: at + 4 });
  expect(completionsAt(parseReport(text), at + 2, 'tab')).toEqual([]);
});

it('offers nothing for the mark of last year’s text, nor beside a prompt', () => {
  const text = newReport({ organization: ORGANS.bureau, year: 2025, layout: 'tab' });
  const at = text.indexOf('【请写明：机构');
  const marked = text.replace(
    '【请写明：机构',
    '【上年文字，请改写】我局有专人负责。【请写明：机构',
  );
  expect(completionsAt(parseReport(marked), at + 3, 'tab')).toEqual([]);
  expect(completionsAt(parseReport(marked), at + 14, 'tab')).toEqual([]);
});
