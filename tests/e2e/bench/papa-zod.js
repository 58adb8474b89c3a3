// PapaParse and Zod, whose schema is compiled, as its pages advise where many rows are checked.
import * as z from '/peers/zod/index.js';
import { answerTables } from './peer.js';
import { ACTIONS, HASHES, MOST, SEVERITIES, isAhead, isPublic } from './rules.js';

const fields = {
  ExpirationTime: z.union([z.literal(''), z.iso.datetime().refine(isAhead, 'has passed')]),
  Severity: z.enum(['', ...SEVERITIES]),
  Title: z.string().min(1).max(MOST.title),
  Description: z.string().min(1).max(MOST.description),
  RecommendedActions: z.string(),
  RbacGroups: z.string(),
  Category: z.string(),
  MitreTechniques: z.string(),
  GenerateAlert: z.enum(['', 'true', 'false', 'TRUE', 'FALSE', 'True', 'False']),
};

const row = (type, value, actions) =>
  z.object({ IndicatorType: z.literal(type), IndicatorValue: value, Action: z.enum(actions), ...fields });

const schema = z.compile(
  z.discriminatedUnion('IndicatorType', [
    ...Object.entries(HASHES).map(([type, form]) => row(type, z.string().regex(form), ACTIONS.file)),
    row('IpAddress', z.union([z.ipv4().refine(isPublic, 'is internal'), z.ipv6()]), ACTIONS.network),
    row('DomainName', z.string().regex(z.regexes.domain), ACTIONS.network),
    row('Url', z.url({ protocol: /^https?$/, hostname: z.regexes.domain }), ACTIONS.network),
  ]),
);

answerTables((given) => schema.safeParse(given).error?.issues);
