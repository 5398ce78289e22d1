// Slips that no table of words knows: 的 for 地 and 得 where the structure decides, a unit said twice.
// Only where the words around leave no other reading.

import type { Finding } from '../../findings/finding.js';
import { AREA_SIGNS } from '../../form/selfWords.js';
import type { Report } from '../../report/report.js';
import { matchesInProse, plainTextOf } from '../../report/runningText.js';
import type { Span } from '../../text/span.js';
import { MAYBE, replace } from '../fixes.js';

const MANNER =
  '认真|切实|扎实|积极|及时|有效|深入|全面|严格|主动|稳步|有序|准确|不断|逐步|进一步|大力|充分|较好|很好|圆满|顺利|极大|更好|有力|明显|快速|高效|持续|如期|按时|规范';
const DONE =
  '落实|开展|完成|推进|推动|保障|保证|促进|提高|提升|发布|公开|加强|做好|执行|组织|贯彻|解决|维护|满足|规范|宣传|回应|答复|办理|发挥|增强|改善|畅通|拓宽|丰富|压实|履行';
/** How well it was done; a mark must follow. */
const DEGREE =
  '(?:还|仍|也)?(?:不够[好深实细严]?|不好|不到位|不紧|不实|不细|不严|不及时|不深入|不充分|很好|较好|比较好)(?=[，。；、,;])';

interface Slip {
  /** From the wrong word on; it begins with it, so that few places are looked at. */
  readonly pattern: RegExp;
  readonly wrong: string;
  /** What must, and must not, stand right before. */
  readonly before?: RegExp;
  readonly notBefore?: RegExp;
  readonly right: string;
  readonly why: string;
}

/** So much is looked at before. */
const LONGEST_BEFORE = 4;

const SLIPS: readonly Slip[] = [
  {
    pattern: new RegExp(`的(?=(?:${DONE})了)`, 'g'),
    wrong: '的',
    before: new RegExp(`(?:${MANNER})$`),
    right: '地',
    why: '前面说的是怎么做，用“地”',
  },
  {
    pattern: new RegExp(`的(?=${DEGREE})`, 'g'),
    wrong: '的',
    before: /(?:做|抓|落实|执行|开展|完成|掌握|理解|把握|宣传|学习)$/,
    right: '得',
    why: '后面说的是做得怎么样，用“得”',
  },
  {
    pattern: /的(?=了|(?:一定|较好|良好|明显|显著|初步|积极|阶段性|实质性)的?(?:成|进|效))/g,
    wrong: '的',
    before: /取$/,
    notBefore: /[领收采听获提抽选录争换吸汲支存夺索牟谋摄窃骗盗自博考]取$/,
    right: '得',
    why: '应当是“取得”',
  },
  {
    pattern: /地(?=群众|作用|意义|问题|成效|成绩|影响|进展|效果|变化)/g,
    wrong: '地',
    before: /(?:广大|重要|重大|良好|主要|积极|明显|显著)$/,
    right: '的',
    why: '后面是事物，用“的”',
  },
  {
    pattern: /截止到(?=(?:20\d\d年|目前|今年|年底|去年|[本当]年))/g,
    wrong: '截止到',
    notBefore: /[名报日期]$/,
    right: '截至',
    why: '说统计到哪一天用“截至”',
  },
];

/** 本县县各单位; not 本县县级, 我市市民, 全区区域. */
const UNIT_TWICE = new RegExp(
  `[我本全](?:${[...AREA_SIGNS].map((unit) => unit + unit).join('|')})(?![委党政府城级内外直属长域区界志情乡民容场面里办处村街人机领务厅校部公])`,
  'g',
);
/** Words that none says twice, and that the lexicon does not know as such. */
const WORDS_TWICE = /进一步进一步|截至截至|截止截止|有关有关|以及以及|并且并且|为了为了/g;

/** All of them in one pattern: most texts have none. */
const ANY_SLIP = new RegExp(
  [...SLIPS.map(({ pattern }) => pattern), UNIT_TWICE, WORDS_TWICE]
    .map(({ source }) => source)
    .join('|'),
);

/** Slips of structure, each a reason to look twice. */
export function* structureSlips(report: Report): Iterable<Finding> {
  if (!ANY_SLIP.test(plainTextOf(report))) return;
  const { text } = report;
  for (const { pattern, wrong, before, notBefore, right, why } of SLIPS)
    for (const { start } of matchesInProse(report, pattern)) {
      const words = text.slice(Math.max(0, start - LONGEST_BEFORE), start);
      if ((before && !before.test(words)) || notBefore?.test(words)) continue;
      const span = { start, end: start + wrong.length };
      yield {
        span,
        message: `“${wrong}”${MAYBE}应为“${right}”：${why}。`,
        atMost: 'info',
        fixes: [replace(span, right, `改为“${right}”`)],
      };
    }
  for (const { match, start, end } of matchesInProse(report, UNIT_TWICE))
    yield twice({ start, end }, match[0], match[0].slice(0, -1));
  for (const { match, start, end } of matchesInProse(report, WORDS_TWICE))
    yield twice({ start, end }, match[0], match[0].slice(match[0].length / 2));
}

function twice(span: Span, written: string, right: string): Finding {
  return {
    span,
    message: `“${written}”${MAYBE}应为“${right}”（多字）。`,
    atMost: 'info',
    fixes: [replace(span, right, `改为“${right}”`)],
  };
}
