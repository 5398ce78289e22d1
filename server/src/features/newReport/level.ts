// Whose report it is: what decides what must be told, and whether there can be 规章.
import { kindOf } from '../../form/organs.js';

/** A department is `bureau`, whatever level it belongs to. */
export const ORGAN_LEVELS = ['town', 'bureau', 'county', 'city', 'province'] as const;
export type OrganLevel = (typeof ORGAN_LEVELS)[number];

/** An office reports for itself, unless somebody says otherwise. */
const OFFICE = /(?:办公室|办公厅|政府办|公开办)$/;

/** The level that a name tells; a department where it tells none. */
export function levelOf(organization: string): OrganLevel {
  const level = kindOf(organization)?.level ?? null;
  return level === null || level === 'nation' || OFFICE.test(organization) ? 'bureau' : level;
}

/** Whether the report is one of 各级人民政府, which must tell more. */
export function isGovernment(organization: string, level = levelOf(organization)): boolean {
  return level !== 'bureau' || kindOf(organization)?.isGovernment === true;
}

/** Whether the organ surely makes no 规章. A level that was chosen knows better than the name. */
export function makesNoRules(organization: string, chosen?: OrganLevel): boolean {
  const kind = kindOf(organization);
  if (kind?.level === 'nation') return false;
  if (chosen) return chosen !== 'city' && chosen !== 'province';
  return kind?.mayMakeRules === false;
}
