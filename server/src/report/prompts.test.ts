import { expect, it } from 'vitest';
import { promptsIn } from './prompts.js';

it.each([
  ['全年【请写明：主动公开的条数】条。', ['【请写明：主动公开的条数】']],
  ['【上年文字，请改写】一年来，……', ['【上年文字，请改写】']],
  ['【请填】和【数量请填写】', ['【请填】', '【数量请填写】']],
  ['〔2021〕30号、【重要】、【提请注意】', []],
  ['【请写\n明】', []],
  ['【【请填】】', ['【请填】']],
  ['没有', []],
])('%s', (text, prompts) => {
  expect(promptsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(prompts);
});
