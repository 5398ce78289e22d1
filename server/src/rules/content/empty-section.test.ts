// Sections with nothing in them, and a section 五 that leaves out problems or improvements.
import { describe, expect, it } from 'vitest';
import { reported } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { wholeReport } from '../examples.js';
import { emptySection } from './empty-section.js';

const WHOLE = wholeReport();
const OVERVIEW = '2023年，我镇依法做好政府信息公开工作。';
const PROBLEMS = '存在的问题：解读形式不够丰富。改进措施：下一步将增加图解和问答。';
const OTHERS = '2023年未收取政府信息公开信息处理费。';

const overview = (words: string) => swap(WHOLE, OVERVIEW, words);
const problems = (words: string) => swap(WHOLE, PROBLEMS, words);
const others = (words: string) => swap(WHOLE, OTHERS, words);

describe('empty-section finds', () => {
  it.each([
    ['一 with its heading alone', overview(''), '«一、总体情况»', '“一、总体情况”下面没有内容。'],
    [
      '六 with its heading alone',
      others(''),
      '«六、其他需要报告的事项»',
      '“六、其他需要报告的事项”下面没有内容。',
    ],
    [
      '五 with its heading alone',
      problems(''),
      '«五、存在的主要问题及改进情况»',
      '“五、存在的主要问题及改进情况”下面没有内容。',
    ],
    [
      '五 of 无',
      problems('无。'),
      '«五、存在的主要问题及改进情况»',
      '“五、存在的主要问题及改进情况”几乎没有内容：要写存在的主要问题和改进情况（《条例》第五十条）。',
    ],
    [
      '五 of nine characters',
      problems('问题：更新慢。改进：加强。'),
      '«五、存在的主要问题及改进情况»',
      '“五、存在的主要问题及改进情况”几乎没有内容：要写存在的主要问题和改进情况（《条例》第五十条）。',
    ],
    [
      '五 without improvements',
      problems('部分栏目更新不及时，个别信息发布较晚。'),
      '«五、存在的主要问题及改进情况»',
      '“五、存在的主要问题及改进情况”没有写改进情况（《条例》第五十条）。',
    ],
    [
      '五 without problems',
      problems('下一步将增加图解和问答，提升解读的质量。'),
      '«五、存在的主要问题及改进情况»',
      '“五、存在的主要问题及改进情况”没有写存在的问题（《条例》第五十条）。',
    ],
    [
      '五 with neither',
      problems('今年工作没有改变。本镇将继续做好政务公开的各项日常工作。'),
      '«五、存在的主要问题及改进情况»',
      '“五、存在的主要问题及改进情况”没有写存在的问题和改进情况（《条例》第五十条）。',
    ],
  ])('%s', (_, text, on, message) => {
    expect(reported(emptySection, text)).toEqual([{ on, message }]);
  });

  it.each([
    '存在的问题：公开力度有待加强，解读形式有待丰富。',
    '一是队伍建设需进一步加强；二是制度建设还需完善；三是培训不够。',
    '2023年，我镇认真落实条例，组织培训两次，但栏目更新不及时，解读不够丰富。',
    '主要问题是主动公开意识不强，公开质量有待提高，学习不够深入。',
  ])('五 that only wishes for better: %s', (words) => {
    expect(reported(emptySection, problems(words)).map(({ message }) => message)).toEqual([
      '“五、存在的主要问题及改进情况”没有写改进情况（《条例》第五十条）。',
    ]);
  });

  it('each for itself', () => {
    const text = swap(overview(''), OTHERS, '');
    expect(reported(emptySection, text).map(({ on }) => on)).toEqual([
      '«一、总体情况»',
      '«六、其他需要报告的事项»',
    ]);
  });
});

describe('empty-section is silent on', () => {
  it.each([
    ['a whole report', WHOLE],
    ['六 of 无', others('无')],
    ['六 of one sentence', others('无其他需要报告的事项。')],
    ['一 of one sentence', overview('工作平稳。')],
    ['五 of one sentence that tells both', problems('更新还不及时，下一步逐月检查。')],
    [
      '五 in headings and paragraphs',
      problems('（一）不足\n\n更新较慢。\n\n（二）打算\n\n逐月检查。'),
    ],
    [
      '五 in words of its own',
      problems('工作与群众期待还有差距，解读较少。今后将增加图解，逐月检查更新。'),
    ],
    ...[
      '更新不及时。逐月检查各栏目，落实到人。',
      '存在解读不够的问题。我镇将认真查摆，逐一销号。',
      '解读形式单一，不够丰富。为此，多用图表。',
      '培训较少。2024年，我镇拟组织两次培训。',
      '问题：栏目更新慢，内容较少。对策：专人负责，集中补充。',
      '公开意识不强，下一步需进一步加强学习。',
      '我镇将对照要求补齐短板：解读不够，多用图解。',
      '一是更新不及时。已安排专人每周核对。',
      '（一）主要问题\n\n更新较慢。\n\n（二）改进情况\n\n专人负责。',
    ].map((words): [string, string] => [`五: ${words}`, problems(words)]),
    [
      'a long 五',
      problems(`存在的问题是公开栏更新慢。${'各村按月报送信息。'.repeat(20)}今后逐月检查。`),
    ],
    [
      'a section that has lost its table: missing-table tells it',
      '一、总体情况\n\n情况良好。\n\n二、主动公开政府信息情况\n\n',
    ],
    [
      'a section that is not there: missing-section tells it',
      WHOLE.slice(0, WHOLE.indexOf('五、')),
    ],
  ])('%s', (_, text) => {
    expect(reported(emptySection, text)).toEqual([]);
  });
});
