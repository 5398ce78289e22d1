// What the reader should know of a Word file: what was left out, and what was taken as accepted.

/** What there was of each kind. */
export class DocxNotes {
  pictures = 0;
  objects = 0;
  changes = 0;
  comments = 0;
  footnotes = 0;
  files = 0;
  hasHidden = false;
  hasStruck = false;
  hasContents = false;

  /** A sentence each. */
  sentences(): string[] {
    const { pictures, objects, changes, comments, footnotes, files } = this;
    return [
      pictures > 0 && `有 ${pictures} 张图片，图片里的文字和表格读不到。`,
      objects > 0 && `有 ${objects} 个嵌入的对象（如 Excel 表格），里面的内容读不到。`,
      changes > 0 && `有 ${changes} 处修订，按已接受读取。`,
      comments > 0 && `有 ${comments} 条批注，没有读入。`,
      footnotes > 0 && `有 ${footnotes} 条脚注或尾注，没有读入。`,
      files > 0 && `插入了 ${files} 个别的文件，没有读入。`,
      this.hasHidden && '隐藏的文字没有读入。',
      this.hasStruck && '划掉的文字没有读入。',
      this.hasContents && '目录没有读入。',
    ].filter((note) => note !== false);
  }
}
