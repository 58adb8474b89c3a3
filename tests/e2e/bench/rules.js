// The API's rules for a row, as far as both peers need them in words of their own.

/** The actions that each type takes. */
const FILE = ['Allowed', 'Audit', 'Warn', 'Block', 'BlockAndRemediate'];
const NETWORK = ['Allowed', 'Audit', 'Warn', 'Block'];

export const HASHES = {
  FileSha1: /^[0-9a-f]{40}$/i,
  FileSha256: /^[0-9a-f]{64}$/i,
  FileMd5: /^[0-9a-f]{32}$/i,
};
export const ACTIONS = { file: FILE, network: NETWORK };
export const SEVERITIES = ['Informational', 'Low', 'Medium', 'High'];
export const MOST = { title: 4_000, description: 100_000 };

/** Networks that a device outside never sees. */
const INTERNAL = /^(0|10|127|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168|22[4-9]|2[34]\d|25[0-5])\./;

export const isPublic = (address) => !INTERNAL.test(address);

export const isAhead = (moment) => Date.parse(moment) > Date.now();

const list = (cell) => cell.split(',').map((it) => it.trim()).filter(Boolean);

/** A row that passed as the API takes it: without what is blank, and without the category, whose numbers
 *  nobody knows. */
export function indicator(row) {
  const isHash = row.IndicatorType.startsWith('File');
  const made = {
    indicatorType: row.IndicatorType,
    indicatorValue: isHash ? row.IndicatorValue.toLowerCase() : row.IndicatorValue,
    action: row.Action,
    title: row.Title,
    description: row.Description,
  };
  if (row.ExpirationTime) made.expirationTime = row.ExpirationTime;
  if (row.Severity) made.severity = row.Severity;
  if (row.RecommendedActions) made.recommendedActions = row.RecommendedActions;
  if (row.RbacGroups) made.rbacGroupNames = list(row.RbacGroups);
  if (row.MitreTechniques) made.mitreTechniques = list(row.MitreTechniques);
  if (row.GenerateAlert || row.Action === 'Audit') {
    made.generateAlert = row.Action === 'Audit' || row.GenerateAlert.toLowerCase() === 'true';
  }
  return made;
}
