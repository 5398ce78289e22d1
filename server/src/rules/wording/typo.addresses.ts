// Addresses of the web that nobody could open: htttp://, http//, ww.…, www,…, .gov,cn.

import type { Finding } from '../../findings/finding.js';
import type { Report } from '../../report/report.js';
import { matchesIn } from '../../report/runningText.js';
import { technicalAt } from '../../report/technical.js';
import { replace } from '../fixes.js';

const SCHEME = 'h{0,2}t{1,4}p{1,3}s{0,2}|hptts?|thtps?|htps?';
/** In groups: the scheme with what stands for ://, what stands for www., what stands for .gov.cn. */
const ADDRESS = new RegExp(
  [
    `(${SCHEME})(?: ?[:：;；] ?[/\\\\]{1,3}|[/\\\\]{2})(?=[a-z\\d])`,
    '(w{2}|w{4,6}|vww|wvw|wwv)\\.(?=[a-z\\d])',
    'www([,，。、：;])(?=[a-z\\d])',
    '(\\.gov[,，。、;] ?cn|\\.gov\\.(?:cm|con|ch|nc)|\\.(?:gvo|goov|ogv|gob|giv)\\.cn|\\.govcn)(?![a-z\\d])',
  ].join('|'),
  'gi',
);

/** Most reports name no address. */
const TELLING = /ww|tp|pt|vw|\.g/i;

/** Each with the address as it must begin or end. */
export function* wrongAddresses(report: Report): Iterable<Finding> {
  if (!TELLING.test(report.text)) return;
  for (const line of report.prose)
    for (const { match, start, end } of matchesIn(report.text, line.span, ADDRESS)) {
      const [written, , www, , domain] = match;
      // the middle of another word
      if (domain === undefined && /[a-z\d]/i.test(report.text.charAt(start - 1))) continue;
      // ww.qinghe.gov: of an address two parts follow
      if (www !== undefined && !/^[a-z\d-]+\./i.test(report.text.slice(end, end + 40))) continue;
      const right = rightOf(match);
      if (written.toLowerCase() === right) continue;
      const span = { start, end };
      // in code it stands as it is
      const technical = technicalAt(report, span);
      if (technical && '`$'.includes(report.text.charAt(technical.start))) continue;
      yield {
        span,
        message: `网址写错了：“${written}”应为“${right}”。`,
        fixes: [replace(span, right, `改为“${right}”`)],
      };
    }
}

function rightOf([, scheme, www, mark]: RegExpExecArray): string {
  if (scheme !== undefined) return /s$/i.test(scheme) ? 'https://' : 'http://';
  return www !== undefined || mark !== undefined ? 'www.' : '.gov.cn';
}
