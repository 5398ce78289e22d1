// The extension starts when a report is opened, and gives it its language.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { open, REPORT, until } from './editor';

describe('启动', () => {
  const extension = () => vscode.extensions.getExtension('nianbao.nianbao');

  it('打开年报时启动', async () => {
    const document = await open(REPORT);
    assert.equal(document.languageId, 'nianbao');
    await until('the extension to be active', () => extension()?.isActive, Boolean);
  });

  it('规则有名称，不是占位的键', () => {
    const { properties } = extension()?.packageJSON?.contributes?.configuration ?? {};
    const rules = Object.values<{ description: string }>(
      properties?.['nianbao.rules'].properties ?? {},
    );
    assert.ok(rules.length > 30);
    for (const { description } of rules) assert.match(description, /^[^%]+$/);
  });

  it('Markdown 和一般文本保持原来的语言', async () => {
    assert.equal((await open('云水镇年报.md')).languageId, 'markdown');
    assert.equal((await open('普通文本.txt')).languageId, 'plaintext');
  });
});
