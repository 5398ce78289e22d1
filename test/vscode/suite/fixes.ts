// Each quick fix corrects the fault that it is offered for.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { closeAll, fixAll, fixture, gone, open, REPORT, swap } from './editor';

const correct = () => fixture(REPORT);

/** From one passage up to another, without the latter. */
const passage = (from: string, to: string) =>
  correct().slice(correct().indexOf(from), correct().indexOf(to));

const EXACT = 'the fix gives back the correct report';
const ROW = '4.保护第三方合法权益';
const SECTION = '四、政府信息公开行政复议、行政诉讼情况';

/** Rule, how the correct report is broken, and what the fixed text must be or contain. */
const CASES: [rule: string, fault: () => string, fixed: string][] = [
  ['label', () => swap(correct(), '部分公开', '不分公开'), EXACT],
  ['section-title', () => swap(correct(), '存在的主要问题及改进', '存在的问题和改进措施'), EXACT],
  ['missing-section', () => swap(correct(), passage(SECTION, '五、'), ''), SECTION],
  ['missing-row', () => swap(correct(), passage(`\t\t${ROW}`, '\t\t5.属于'), ''), ROW],
  ['cell-value', () => swap(correct(), '规章\t0', '规章\t０'), EXACT],
  ['cell-value', () => swap(correct(), '规章\t0\t0', '规章\t/\t0'), EXACT],
  ['row-total', () => swap(correct(), '4\t2\t0\t0\t0\t0\t6', '4\t2\t0\t0\t0\t0\t7'), EXACT],
  ['outdated-template', () => swap(correct(), '本年制发件数', '本年新制作数量'), EXACT],
];

describe('快速修复', () => {
  afterEach(closeAll);

  CASES.forEach(([rule, fault, fixed], index) => {
    it(`${rule}（${index + 1}）`, async () => {
      const document = await open(`修复${index + 1}.nianbao`, fault());
      await fixAll(document, rule);
      await gone(document, rule);
      if (fixed === EXACT) assert.equal(document.getText(), correct(), EXACT);
      else assert.ok(document.getText().includes(fixed), document.getText());
    });
  });
});
