// Findings appear when a report is opened, and follow its edits.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { closeAll, findings, fixture, found, gone, open, REPORT, replaceAll, swap } from './editor';

// language by name, by content, and Markdown
const CASES = {
  '石桥镇政府信息公开年报.txt': REPORT,
  '草稿.txt': REPORT,
  '草稿.md': '云水镇年报.md',
};

describe('诊断', () => {
  afterEach(closeAll);

  for (const [name, source] of Object.entries(CASES)) {
    it(`打开即报，改后随之更新：${name}`, async () => {
      const correct = fixture(source);
      const document = await open(name, swap(correct, '部分公开', '不分公开'));

      const [finding] = await found(document, 'label');
      assert.equal(findings(document).length, 1, 'the only fault is the only finding');
      assert.match(document.getText(finding?.range), /不分公开/);

      await replaceAll(document, correct);
      await gone(document);

      await replaceAll(document, swap(correct, '予以公开', '于以公开'));
      await found(document, 'label');
    });
  }
});
