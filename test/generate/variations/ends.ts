// Line ends and byte order marks, as files come from Windows, old Macs and web forms.
// They must make no difference.
import type { Variation } from './variation.js';

const lineEnd = (id: string, end: '\r\n' | '\r'): Variation => ({
  id,
  excludes: ['line end'],
  apply(draft) {
    draft.lineEnd = end;
  },
});

export const END_VARIATIONS: readonly Variation[] = [
  lineEnd('CRLF', '\r\n'),
  lineEnd('CR', '\r'),
  {
    id: 'byte order mark',
    apply(draft) {
      draft.byteOrderMark = true;
    },
  },
];
