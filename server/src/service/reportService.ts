// Reading a text and checking it: every rule that is on, its findings named by fingerprints and weighed
// by the settings, without those that are suppressed.
import type { Diagnostic, Finding } from '../findings/finding.js';
import { fingerprintsOf, type Placed } from '../findings/fingerprint.js';
import type { Ignored } from '../findings/folderConfig.js';
import { SEVERITIES, type Severity } from '../findings/severity.js';
import { suppressionOf } from '../findings/suppression.js';
import type { TemplateId } from '../form/formats.js';
import { count, judge, type RelationCounts } from '../judging/relations.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { parseReport } from '../reading/parse.js';
import type { Report } from '../report/report.js';
import { RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { guarded, isInTechnical } from '../rules/safety.js';
import type { Markup } from '../text/markup.js';

/** What a user may set. */
export interface Settings {
  /** Severity by rule id, or `off`; a rule not named here has its own. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Reads the report as this format, whatever its labels say. */
  readonly template?: TemplateId | 'auto';
  /** Words that are right although the lexicon does not know them. */
  readonly words?: readonly string[];
  /** Findings of this document that are not to be shown. */
  readonly ignore?: readonly Ignored[];
  /** Whether suppression comments in the text count; they do unless this is false. */
  readonly comments?: boolean;
}

/** What the service needs of the place that it runs in. */
export interface ServiceParts {
  /** The words, read on first use; null while they are not there. */
  lexicon?(): Lexicon | null;
}

export interface CheckResult {
  /** In order of place. Empty if the text is no such report. */
  readonly diagnostics: readonly Diagnostic[];
  readonly relations: RelationCounts;
}

/** Reads and checks reports, with the words that it was made with. */
export interface ReportService {
  /** Every rule, in the order in which they judge. */
  readonly rules: readonly Rule[];
  /** Reads report text whose marks mean what its file says; never fails. What is no report has `recognized: false`. */
  parse(text: string, markup?: Markup): Report;
  /** `previous` is last year's report of the same organ, `previousPath` the file that it is in. */
  check(report: Report, settings?: Settings, previous?: Report, previousPath?: string): CheckResult;
}

export function createReportService(parts: ServiceParts = {}): ReportService {
  return {
    rules: RULES,
    parse: parseReport,
    check: (report, settings, previous, previousPath) =>
      check(report, parts, settings, previous, previousPath),
  };
}

function check(
  report: Report,
  parts: ServiceParts,
  settings: Settings = {},
  previous?: Report,
  previousPath?: string,
): CheckResult {
  if (!report.recognized) return { diagnostics: [], relations: { held: 0, broken: 0, unknown: 0 } };
  const judged =
    settings.template && settings.template !== 'auto'
      ? { ...report, template: settings.template }
      : report;
  const suppression = suppressionOf(report, settings);
  const on = new Map<string, Severity>();
  for (const { id, severity } of RULES) {
    const own = suppression.isOff(id) ? 'off' : (settings.rules?.[id] ?? severity);
    if (own !== 'off') on.set(id, own);
  }
  const lexicon = lexiconWith(parts.lexicon?.() ?? undefined, settings.words);
  const context = { isOn: (id: string) => on.has(id), previous, previousPath, lexicon };
  const found: RuleFinding[] = [];
  for (const rule of RULES) {
    const severity = on.get(rule.id);
    if (!severity) continue;
    for (const finding of rule.check(judged, context))
      if (rule.seesTechnical || !isInTechnical(judged, finding))
        found.push({ finding, rule: rule.id, severity, span: finding.span, at: finding.at });
  }
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const fingerprints = fingerprintsOf(report, found);
  const diagnostics = found
    .map(({ finding, rule, severity }, i): Diagnostic => {
      // field by field: copied with `...`, the findings took a twentieth of a whole check
      const { span, message, atMost, at, section, word, related } = finding;
      const fixes = guarded(judged, rule, finding);
      const fingerprint = fingerprints[i] as string;
      const final = weaker(severity, atMost);
      return {
        span,
        message,
        atMost,
        at,
        section,
        word,
        related,
        fixes,
        rule,
        severity: final,
        fingerprint,
      };
    })
    .filter((diagnostic) => !suppression.hides(diagnostic));
  return { diagnostics, relations: count(judge(judged)) };
}

/** A finding before it is named by its fingerprint. */
interface RuleFinding extends Placed {
  readonly finding: Finding;
  readonly severity: Severity;
}

function weaker(a: Severity, b: Severity = a): Severity {
  return SEVERITIES[Math.max(SEVERITIES.indexOf(a), SEVERITIES.indexOf(b))] as Severity;
}

/** The lexicon with a folder's own words, made once for each list of them. */
function lexiconWith(lexicon: Lexicon | undefined, words: readonly string[] = []) {
  if (!lexicon || words.length === 0) return lexicon;
  let own = withOwnWords.get(words);
  if (!own) {
    own = lexicon.withWords(words);
    withOwnWords.set(words, own);
  }
  return own;
}

const withOwnWords = new WeakMap<readonly string[], Lexicon>();
