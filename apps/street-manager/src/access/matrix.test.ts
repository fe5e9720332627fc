import { prepared } from '@switchyard/db';
import type { Role } from '@switchyard/domain/street-manager';
import { operationAccess } from '@switchyard/domain/street-manager';
import type { TestReply } from '@switchyard/testing';
import { call } from '@switchyard/testing';
import { demoPassword } from '../seed/demo/users';
import type { Example, References } from '../testing/examples';
import { exampleOf, filled, inSituation } from '../testing/examples';
import { body, formOf, permitBody } from '../testing/given';
import type { Asked } from '../testing/operations';
import { everyOperation } from '../testing/operations';
import type { Who } from '../testing/street-manager';
import { streetManager } from '../testing/street-manager';

jest.setTimeout(30_000);

const { api, given } = streetManager();

const restricted = { status: 401, body: { message: 'Access restricted', error: { status: 401 } } };
const unauthenticated = { status: 401, body: { message: 'Authentication failed', error: { status: 401 } } };

const answerOf = ({ status, body: told }: TestReply): object => ({ status, body: told });

/** Who has a role, of the organisations that every example is about. */
const speakers: Readonly<Partial<Record<Role, Who>>> = {
  Planner: 'northbeck',
  Contractor: 'contractor',
  HighwayAuthority: 'ellerdale',
  Admin: 'admin',
  DataExport: 'export',
};

/** Where an operation is for both sides, what the example of one side is for the others. */
const otherSides: Readonly<Record<string, Partial<Record<Role, Partial<Example>>>>> = {
  'PUT /works/{workReferenceNumber}/permits/{permitReferenceNumber}/status': {
    HighwayAuthority: { body: { permit_status: 'granted', assessment_discount: 0 } },
  },
  'POST /works/{workReferenceNumber}/permits/{permitReferenceNumber}/alterations': {
    HighwayAuthority: {
      situation: 'granted',
      body: permitBody({
        permit_conditions: ['NCT01a', 'NCT01b', 'NCT02a', 'NCT04b', 'NCT11a'].map((condition) => ({ condition })),
        permit_alteration_reason: 'The footway is needed',
      }),
    },
  },
  'PUT /works/{workReferenceNumber}/fixed-penalty-notices/{fpnReferenceNumber}/status': {
    HighwayAuthority: { body: { fpn_status: 'withdrawn', status_reason: 'Issued in error' } },
  },
  'PUT /works/{workReferenceNumber}/section-81s/{section81ReferenceNumber}/status': {
    HighwayAuthority: { body: { section_81_status: 'resolved_by_ha', status_reason: 'Mended' } },
  },
  'PUT /works/{workReferenceNumber}/comments/{commentReferenceNumber}/read': {
    HighwayAuthority: { situation: 'commentedByPromoter' },
  },
  'POST /files': { Contractor: { query: '?swaCode=4312' } },
  'POST /works/{workReferenceNumber}/files': { HighwayAuthority: { situation: 'workAndAuthorityFile' } },
  'GET /files/{fileId}': {
    HighwayAuthority: { situation: 'authorityFile' },
    Admin: { situation: 'authorityFile' },
  },
  'DELETE /files/{fileId}': {
    HighwayAuthority: { situation: 'authorityFile' },
    Admin: { situation: 'authorityFile' },
  },
  'GET /csv/{csvId}': {
    HighwayAuthority: { situation: 'authorityExport' },
    Contractor: { situation: 'contractorExport' },
  },
};

/** What a user of this role calls its own: its address, and the organisation that it administers. */
const own: Readonly<Partial<Record<Role, References>>> = {
  Contractor: { email: 'contractor@copperline.example' },
  HighwayAuthority: { email: 'officer@ellerdale.example' },
  Admin: { email: 'admin@ellerdale.example', organisationReference: '2845', workstreamPrefix: '001' },
};

const asked = everyOperation
  .filter(({ operation }) => !operation.open)
  .map((each) => ({ ...each, access: operationAccess[each.name]! }));

/** Their records are the caller's own, whoever calls; of a list everybody sees what is theirs. */
const ofTheCaller: readonly string[] = [
  'POST /activity',
  'POST /files',
  'POST /geographical-areas',
  'POST /sample-inspection-targets',
  'POST /sample-inspection',
];
const isOfTheCaller = ({ name, method, operation: { base } }: Asked): boolean =>
  ofTheCaller.includes(name) || base === '/v3/reporting' || (base === '/v3/export' && method === 'POST');
const ofSomebody = asked.filter((each) => each.access.member && !isOfTheCaller(each));
const ofTheWorkApi = ofSomebody.filter(({ operation }) => operation.base === '/v3/work');

/** A planner of the promoter to whom nobody has given a workstream. */
const NEWCOMER = 'newcomer@northbeck.example';

beforeAll(async () => {
  const sql = (name: string, text: string) => api.db().reader().rows(prepared(name, text));
  await sql(
    'newcomer',
    `insert into app_user select '${NEWCOMER}', password_hash, first_name, last_name, organisation_reference, roles
     from app_user where email = 'planner@northbeck.example'`,
  );
  await sql(
    'contractor-of-default',
    `insert into workstream_access values ('contractor@copperline.example', '4312', '000', 'full_write')`,
  );
  await sql(
    'administered',
    `insert into workstream (organisation_reference, prefix, name) values ('2845', '001', 'Roads')`,
  );
  await sql('announce', `select pg_notify('street_manager', 'reference')`);
});

function exampleFor({ name, operation, method }: Asked, role?: Role): Example {
  const example = { ...exampleOf(operation.base, name), ...(role && otherSides[name]?.[role]) };
  if (role !== 'Contractor') return example;
  const isList = operation.base === '/v3/reporting' && method === 'GET';
  if (isList) return { ...example, query: `${example.query ?? '?'}&swa_code=4312` };
  const isExport = operation.base === '/v3/export' && method === 'POST';
  return isExport ? { ...example, body: { ...example.body, swa_code: '4312' } } : example;
}

async function send(
  { method, path, operation }: Asked,
  { who, body: content, query = '', file }: Example,
  references: References,
  headers: Record<string, string> = {},
): Promise<TestReply> {
  const url = `${operation.base}${filled(path, references)}${query}`;
  const speaker = api.as(who);
  if (method === 'GET') return speaker.get(url, headers);
  if (method === 'DELETE') return speaker.delete(url, headers);
  const request = file
    ? formOf(file.name, Buffer.from(file.text))
    : content && filled(JSON.stringify(content), references);
  const typed = file || !content ? headers : { 'Content-Type': 'application/json', ...headers };
  return speaker[method === 'POST' ? 'post' : 'put'](url, request, typed);
}

it('has a row for every operation that asks for a token', () => {
  expect(asked.filter(({ access }) => !access).map(({ name }) => name)).toEqual([]);
});

describe.each(Object.entries(speakers) as [Role, Who][])('%s', (role, who) => {
  const allowed = asked.filter(({ access }) => access.roles.includes(role));
  const refused = asked.filter(({ access }) => !access.roles.includes(role));

  if (allowed.length > 0)
    it.each(allowed)('may $name', async (each) => {
      const example = { ...exampleFor(each, role), who };
      const references = { ...(await inSituation(example.situation, given, api)), ...own[role] };
      const { status, text } = await send(each, example, references);
      const expected = each.operation.successStatuses.find((one) => one === status) ?? each.operation.successStatuses;
      expect({ status, refusal: status < 300 ? '' : text }).toEqual({ status: expected, refusal: '' });
    });

  it.each(refused)('may not $name', async (each) => {
    const example = exampleFor(each);
    const references = await inSituation(example.situation, given, api);
    expect(answerOf(await send(each, { ...example, who }, references))).toEqual(restricted);
  });
});

describe('another organisation', () => {
  const others: Readonly<Record<string, Who>> = { Planner: 'southgate', HighwayAuthority: 'marshfield' };
  const cells = ofSomebody.flatMap((each) =>
    Object.entries(others)
      .filter(([role]) => each.access.roles.includes(role as Role))
      .map(([role, who]) => ({ ...each, role: role as Role, who })),
  );

  it.each(cells)('of a $role may not $name', async ({ role, who, ...each }) => {
    const example = exampleFor(each, role);
    const references = await inSituation(example.situation, given, api);
    expect(answerOf(await send(each, { ...example, who }, references))).toEqual(restricted);
  });
});

describe('without access to the workstream', () => {
  let token: string;

  beforeAll(async () => {
    const reply = await call(`${api.url()}/v3/work/authenticate`, 'POST', {
      headers: { 'Content-Type': 'application/json' },
      body: { emailAddress: NEWCOMER, password: demoPassword },
    });
    token = body<{ idToken: string }>(reply, 200).idToken;
  });

  /** A file that hangs on nothing yet is its organisation's. */
  const ofPlanners = ofTheWorkApi.filter(
    ({ access, name }) => access.roles.includes('Planner') && name !== 'DELETE /files/{fileId}',
  );

  it.each(ofPlanners)('a planner may not $name', async (each) => {
    const example = exampleFor(each);
    const references = await inSituation(example.situation, given, api);
    expect(answerOf(await send(each, { ...example, who: 'northbeck' }, references, { token }))).toEqual(restricted);
  });

  /** What is shown to every organisation; a file as the record that it hangs on. */
  const shownToAll = asked.filter(
    ({ access, method }) => !access.member && method === 'GET' && access.roles.includes('Planner'),
  );

  it.each(shownToAll.filter(({ name }) => name !== 'GET /files/{fileId}'))('a planner may $name', async (each) => {
    const example = exampleFor(each);
    const references = await inSituation(example.situation, given, api);
    expect(await send(each, { ...example, who: 'northbeck' }, references, { token })).toMatchObject({ status: 200 });
  });
});

describe('without a token', () => {
  it.each(asked)('nobody may $name', async (each) => {
    const example = { ...exampleFor(each), who: 'nobody' as const };
    expect(answerOf(await send(each, example, {}))).toEqual(unauthenticated);
    expect(answerOf(await send(each, example, {}, { token: 'not.a.token' }))).toEqual(unauthenticated);
  });
});
