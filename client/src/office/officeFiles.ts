// Which files are Word files, PDF and the like, that are opened as report text, and which may be reports at
// all; names alone.

/** Their endings, without the dot. The menus in package.json name the same. */
export const OFFICE_ENDINGS = ['docx', 'pdf', 'doc', 'wps', 'rtf', 'odt', 'mht', 'mhtml'] as const;

const OFFICE = new RegExp(`\\.(?:${OFFICE_ENDINGS.join('|')})$`, 'i');

/** What stands beside a file under its name: locks of Word (`~$…`) and WPS (`.~…`), what macOS keeps (`._…`). */
const COMPANION = /^(?:~\$|\.[~_])/;

export function isOfficeFile(path: string): boolean {
  return OFFICE.test(path) && !COMPANION.test(nameOf(path));
}

const TEXT = /\.(?:txt|nianbao|md|markdown|html?)$/i;

/** Whether a file found in a folder may be a report, of whatever kind. */
export function isReportFile(path: string): boolean {
  return isOfficeFile(path) || (TEXT.test(path) && !COMPANION.test(nameOf(path)));
}

/** What offices send and nobody reads; and what is a report, too, where it is called one. */
const UNREAD = /\.(?:ofd|ceb|docm)$/i;
const OTHER = /\.(?:zip|rar|7z|xlsx?|et|jpe?g|png|tiff?|bmp)$/i;

/** Whether a file found in a folder is somebody's report as it seems, of a kind that is not read. */
export function isUnreadReport(path: string): boolean {
  const isOne = UNREAD.test(path) || (OTHER.test(path) && isNamedReport(path));
  return isOne && !COMPANION.test(nameOf(path));
}

/** Whether a file says by its name that it is a report. */
export function isNamedReport(path: string): boolean {
  return /年报|年度报告|信息公开/u.test(nameOf(path));
}

/** 往年/年报.docx → 年报.docx. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** 往年/年报.docx → 年报. */
export function stemOf(path: string): string {
  return nameOf(path).replace(OFFICE, '');
}
