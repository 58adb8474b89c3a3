// What the table's peers do around their check: parse, keep the first of what comes twice, cut, serialise.
import { require } from './require.js';
import { indicator } from './rules.js';

const Papa = require('papaparse/papaparse.min.js');
const ITEMS = 500;

const BLANK = {
  ExpirationTime: '',
  Severity: '',
  RecommendedActions: '',
  RbacGroups: '',
  Category: '',
  MitreTechniques: '',
  GenerateAlert: '',
};

/** A row of somebody else's table, one column of which holds indicators of one type. */
const given = ({ type, column, defaults }) => (row) => ({
  ...BLANK,
  IndicatorType: type,
  IndicatorValue: row[column].trim(),
  Action: defaults.action,
  Title: defaults.title,
  Description: defaults.description,
});

/** `check` gives what is wrong with a row, or nothing. */
function imported(text, how, check) {
  const parsed = Papa.parse(text, { header: true, skipEmptyLines: true });
  const data = how.column ? parsed.data.map(given(how)) : parsed.data;
  const actions = new Map();
  const accepted = [];
  const refused = [];
  let repeated = 0;
  data.forEach((row, at) => {
    const wrong = check(row);
    if (wrong) {
      refused.push({ row: at + 2, wrong });
      return;
    }
    const made = indicator(row);
    const key = `${made.indicatorType} ${made.indicatorValue}`;
    if (actions.has(key)) repeated += 1;
    else {
      actions.set(key, made.action);
      accepted.push(made);
    }
  });
  const bodies = [];
  for (let at = 0; at < accepted.length; at += ITEMS) {
    bodies.push(JSON.stringify({ Indicators: accepted.slice(at, at + ITEMS) }));
  }
  return { bodies, told: { accepted: accepted.length, repeated, refused: refused.length }, refused };
}

/** Answers the page. `work(text, how)` gives `bodies` and what is `told`. */
export function answer(work) {
  let kept = null;
  const does = {
    ready: () => ({}),
    async read({ how, given }) {
      const text = given instanceof Blob ? await given.text() : new TextDecoder().decode(given);
      kept = work(text, how);
      return kept.told;
    },
    bodies: () => kept.bodies,
    forget() {
      kept = null;
      return {};
    },
  };
  self.onmessage = async ({ data }) => {
    try {
      self.postMessage(await does[data.is](data));
    } catch (error) {
      self.postMessage({ failed: String(error.stack ?? error) });
    }
  };
}

export const answerTables = (check) => answer((text, how) => imported(text, how, check));
