// What specifications see of a change is all of it, and nothing else.
import { describe, expect, it } from 'vitest';
import { changesOf } from './changes.js';
import { marked } from './shown.js';

const TEXT = '甲\t1\n乙\t2\n\n丙\t3\n';

/** Replaces the first place of some words; `^` stands for the place before them. */
function edit(words: string, newText: string, text = TEXT) {
  const at = text.indexOf(words.replace('^', ''));
  return { span: { start: at, end: words.startsWith('^') ? at : at + words.length }, newText };
}

describe('changesOf tells', () => {
  it.each([
    ['a line', [edit('2', '5')], ['- 乙→2', '+ 乙→5']],
    ['two places of a line, as one', [edit('乙', '丁'), edit('2', '5')], ['- 乙→2', '+ 丁→5']],
    [
      'lines that stand apart',
      [edit('3', '6'), edit('1', '4')],
      ['- 甲→1', '+ 甲→4', '- 丙→3', '+ 丙→6'],
    ],
    ['a new line, with the one above it', [edit('^乙', '丁\t9\n')], ['  甲→1', '+ 丁→9']],
    ['a new line at the end', [edit('3\n', '3\n丁\t9\n')], ['  丙→3', '+ 丁→9']],
    ['a blank line', [edit('^乙', '\n')], ['  甲→1', '+']],
    ['a line that goes', [edit('乙\t2\n', '')], ['- 乙→2']],
    ['lines made one', [edit('1\n乙', '1乙')], ['- 甲→1', '- 乙→2', '+ 甲→1乙→2']],
    ['nothing, where nothing changes', [edit('2', '2')], []],
  ])('%s', (_, edits, lines) => {
    expect(changesOf(TEXT, edits)).toEqual(lines);
  });

  it('lines of Windows', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    expect(changesOf(text, [edit('2', '5', text)])).toEqual(['- 乙→2', '+ 乙→5']);
  });
});

describe('marked shows', () => {
  it.each([
    ['words of a line', '2', '乙→«2»'],
    ['a place between two characters', '^2', '乙→«»2'],
    ['words over a line end', '1\n乙', '甲→«1\n乙»→2'],
    ['the first line', '甲', '«甲»→1'],
  ])('%s', (_, words, line) => {
    expect(marked(TEXT, edit(words, '').span)).toBe(line);
  });
});
