// PapaParse and ajv, whose schema is compiled, with the quicker of its two sets of formats.
import { answerTables } from './peer.js';
import { require } from './require.js';
import { ACTIONS, HASHES, MOST, SEVERITIES, isAhead, isPublic } from './rules.js';

const Ajv = require('ajv').default;
const addFormats = require('ajv-formats').default;

// The form that Zod has for it.
const DOMAIN = /^([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,}$/;

const ajv = new Ajv({ allErrors: true, discriminator: true });
addFormats(ajv, { mode: 'fast', formats: ['date-time', 'ipv4', 'ipv6', 'hostname'] });
ajv.addFormat('public', { validate: isPublic });
ajv.addFormat('ahead', { validate: isAhead });
ajv.addFormat('web', {
  validate(text) {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && DOMAIN.test(url.hostname);
  },
});

const text = { type: 'string' };
const within = (most) => ({ type: 'string', minLength: 1, maxLength: most });
const fields = {
  ExpirationTime: {
    type: 'string',
    anyOf: [{ const: '' }, { allOf: [{ format: 'date-time' }, { format: 'ahead' }] }],
  },
  Severity: { enum: ['', ...SEVERITIES] },
  Title: within(MOST.title),
  Description: within(MOST.description),
  RecommendedActions: text,
  RbacGroups: text,
  Category: text,
  MitreTechniques: text,
  GenerateAlert: { enum: ['', 'true', 'false', 'TRUE', 'FALSE', 'True', 'False'] },
};

const row = (type, value, actions) => {
  const properties = {
    IndicatorType: { const: type },
    IndicatorValue: { type: 'string', ...value },
    Action: { enum: actions },
    ...fields,
  };
  return { properties, required: Object.keys(properties) };
};

const validate = ajv.compile({
  type: 'object',
  required: ['IndicatorType'],
  discriminator: { propertyName: 'IndicatorType' },
  oneOf: [
    ...Object.entries(HASHES).map(([type, form]) => {
      return row(type, { pattern: form.source.replace('a-f', 'a-fA-F') }, ACTIONS.file);
    }),
    row(
      'IpAddress',
      { anyOf: [{ allOf: [{ format: 'ipv4' }, { format: 'public' }] }, { format: 'ipv6' }] },
      ACTIONS.network,
    ),
    row('DomainName', { pattern: DOMAIN.source }, ACTIONS.network),
    row('Url', { format: 'web' }, ACTIONS.network),
  ],
});

answerTables((given) => (validate(given) ? undefined : validate.errors));
