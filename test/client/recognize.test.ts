// The client's guess must never keep the server from a report.
import { describe, expect, it } from 'vitest';
import { isReport, looksLikeReport } from '../../client/src/recognize.js';
import { createReportService } from '../../server/src/service/index.js';
import { LAYOUTS } from '../generate/layouts/index.js';
import { nthReport } from '../generate/report.js';

const service = createReportService();

describe('looksLikeReport', () => {
  it.each(LAYOUTS.map(({ id }) => id))('knows generated reports: %s', (layout) => {
    for (let n = 0; n < 40; n++) {
      const { text } = nthReport(n, layout);
      expect(looksLikeReport(text)).toBe(true);
    }
  });

  it.each([
    '青禾县云水镇2021年政府信息公开工作年度报告',
    '青禾县云水镇2021年政府信息公开年报\n一、总体情况',
    '青禾县云水镇2021年政务公开工作总结\n一、总体情况',
    '本年度报告的统计期限是2021年全年。\n一、总体情况',
    '青禾县云水镇\n2021 年 政府信息公开工作年度报告',
    '一、总体情况\n\n五、存在的主要问题及改进情况',
    '二、主动公开政府信息情况\n\n六、其他需要报告的事项',
    '# 一、总体情况\n\n# 四、政府信息公开行政复议、行政诉讼情况',
    '（一）予以公开\t1\n（二）不分公开\t0\n（七）总计\t1\n四、结转下年度继续办理\t0',
    '| 规章 | 0 |\n| 行政规范性文件 | 1 |\n| 行政许可 | 2 |',
    '行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计',
  ])('knows what the server knows: %j', (text) => {
    expect(service.parse(text).recognized, 'the server').toBe(true);
    expect(looksLikeReport(text), 'the client').toBe(true);
  });

  it.each([
    '<h1>青禾县云水镇<span style="x">2021</span>年政府&nbsp;信息公开<b>工作</b>年度报告</h1>',
    '<table><tr><td>行政<br>许可</td><td>0</td></tr><tr><td>行政处罚</td></tr></table>',
  ])('looks through mark-up: %s', (text) => {
    const document = { uri: { scheme: 'file' }, languageId: 'html', getText: () => text };
    expect(isReport(document)).toBe(true);
  });

  it.each([
    '',
    '<h1>My project</h1><table><tr><td>1</td></tr></table>',
    '# My project\n\nInstall with `npm install`.\n',
    '# 会议纪要\n\n一、基本情况\n\n二、下一步工作\n',
    '今年申请 3 件，部分公开 1 件。',
  ])('starts nothing for %j', (text) => {
    expect(looksLikeReport(text)).toBe(false);
  });
});

describe('isReport', () => {
  const document = (scheme: string, languageId: string, text = '') => ({
    uri: { scheme },
    languageId,
    getText: () => text,
  });
  const TITLE = '青禾县云水镇2021年政府信息公开年报';

  it('goes by language and text', () => {
    expect(isReport(document('file', 'nianbao'))).toBe(true);
    expect(isReport(document('untitled', 'markdown', TITLE))).toBe(true);
    expect(isReport(document('vscode-vfs', 'plaintext', TITLE))).toBe(true);
    expect(isReport(document('file', 'plaintext', '会议纪要'))).toBe(false);
    expect(isReport(document('file', 'html', `<h1>青禾县云水镇2021年<br>政府信息公开</h1>`))).toBe(
      false,
    );
    expect(isReport(document('file', 'html', `<p>${TITLE}</p>`))).toBe(true);
    expect(isReport(document('file', 'javascript', TITLE))).toBe(false);
  });

  it.each(['git', 'gitfs', 'review', 'vscode-local-history'])(
    'is none of what a file was before: %s',
    (scheme) => {
      expect(isReport(document(scheme, 'nianbao'))).toBe(false);
      expect(isReport(document(scheme, 'plaintext', TITLE))).toBe(false);
    },
  );
});
