// The official sections stand in another order.
import type { Section } from '../../report/report.js';
import { headingOf, sectionSpec } from '../../writing/writeTable.js';
import type { Rule } from '../rule.js';

const IN_ORDER =
  '一、总体情况\n\n…\n\n二、主动公开政府信息情况\n\n…\n\n五、存在的主要问题及改进情况\n\n…\n';

export const sectionOrder: Rule = {
  id: 'section-order',
  severity: 'warning',
  docs: () => ({
    title: '部分的次序不对',
    english: 'Sections out of order',
    what: '六个部分没有按规定的次序排列。',
    why: '格式规定了六个部分的次序（国办公开办函〔2021〕30号）。',
    how: '把指出的部分整体移到它应在的位置。移动一整个部分要看上下文，不提供自动修复。',
    invalid: [
      {
        note: '第三部分排在第二部分前面',
        text: '一、总体情况\n\n…\n\n三、收到和处理政府信息公开申请情况\n\n…\n\n二、主动公开政府信息情况\n\n…\n\n五、存在的主要问题及改进情况\n\n…\n',
      },
    ],
    valid: [
      { note: '次序正确，缺的部分另有提示', text: IN_ORDER },
      { note: '只有一个部分', text: '五、存在的主要问题及改进情况\n\n…\n' },
    ],
  }),
  *check({ sections }) {
    if (isAscending(sections)) return;
    const kept = longestAscending(sections);
    const stay = sections.filter((section) => kept.has(section));
    const first = Math.min(...sections.map(({ number }) => number));
    for (const section of sections) {
      if (kept.has(section)) continue;
      const before = stay.findLast(({ number }) => number < section.number);
      const after = stay.find(({ number }) => number > section.number);
      const place = before
        ? `${named(before)}之后`
        : after && section.number > first
          ? `${named(after)}之前`
          : '最前面';
      yield {
        span: section.heading,
        message: `${named(section)}的位置不对，应在${place}。`,
      };
    }
  },
};

function named({ number }: Section): string {
  return `“${headingOf(sectionSpec(number))}”`;
}

function isAscending(sections: readonly Section[]): boolean {
  return sections.every(({ number }, i) => number > (sections[i - 1]?.number ?? 0));
}

/** The most sections that are in order already: the others are those to move. */
function longestAscending(sections: readonly Section[]): ReadonlySet<Section> {
  const best: Section[][] = [];
  for (const section of sections) {
    const before = best.filter((run) => (run.at(-1) as Section).number < section.number);
    const longest = before.reduce<Section[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, section]);
  }
  return new Set(best.reduce<Section[]>((a, b) => (b.length > a.length ? b : a), []));
}
