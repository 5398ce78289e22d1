// Whose report it is: what decides what must be told, and whether there can be 规章.
import type { OrganLevel } from '../../form/organLevels.js';
import { isGovernment, organOf } from '../../form/organs.js';

/** The level of what it reports for, as the name tells; a department where it tells none. */
export function levelOf(organization: string): OrganLevel {
  const organ = organOf(organization);
  if (!organ?.reportsForArea || organ.level === 'nation') return 'bureau';
  return organ.level ?? 'bureau';
}

/** Whether the report is one of 各级人民政府, which must tell more. */
export function reportsAsGovernment(organization: string, level = levelOf(organization)): boolean {
  return level !== 'bureau' || isGovernment(organization);
}

/** Whether the organ surely makes no 规章. A level that was chosen knows better than the name. */
export function makesNoRules(organization: string, chosen?: OrganLevel): boolean {
  const organ = organOf(organization);
  if (organ?.type === 'ministry') return false;
  if (chosen) return chosen !== 'city' && chosen !== 'province';
  return organ?.mayMakeRules === false;
}
