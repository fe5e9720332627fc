import { prepared } from '@switchyard/db';
import { checkRole } from '@switchyard/domain/street-manager';
import type { Caller } from '../../caller';
import { anonymous } from '../../caller';
import { Directory } from '../../organisations/directory';
import { readReport } from '../../reports/report';
import type { Report } from '../../reports/report';
import { reports } from '../../reports/routes';
import { streetManager } from '../street-manager';
import { Explaining, wholeScans } from './explaining';
import { layRecords } from './lay-records';
import type { Question } from './questions';
import { inEveryOrder, pairsOf, singleQuestions } from './questions';

const { api } = streetManager();

const sides: Readonly<Record<string, Caller>> = {
  authority: { ...anonymous, id: 'officer', organisation: '2845', roles: ['HighwayAuthority'] },
  promoter: {
    ...anonymous,
    id: 'planner',
    organisation: '4312',
    roles: ['Planner'],
    workstreams: [{ organisation: '4312', prefix: '001', level: 'full_write' }],
  },
};

beforeAll(() => api.db().transaction(async (tx) => layRecords(tx)));

const lists = Object.entries(reports as Record<string, Report>);

/** Each question that makes PostgreSQL read a whole table or index, with what it reads. */
async function answeredByWholeScans(
  report: Report,
  caller: Caller,
  questions: readonly Question[],
): Promise<[Question, string[]][]> {
  const directory = new Directory(api.db().reader());
  await directory.load();
  return api.db().transaction(async (tx) => {
    const connection = new Explaining(tx);
    const found: [Question, string[]][] = [];
    for (const question of questions) {
      const query = Object.fromEntries(Object.entries(question).map(([name, values]) => [name, values[0]]));
      await readReport(
        connection,
        report,
        caller,
        { query, queryValues: (name) => question[name] ?? [] },
        { directory },
      );
      const whole = wholeScans(connection.take());
      if (whole.length > 0) found.push([question, whole]);
    }
    return found;
  });
}

/** Hundreds of questions each. */
jest.setTimeout(120_000);

describe.each(lists)('GET %s', (path, report) => {
  const singles = singleQuestions(report);
  const askers = Object.entries(sides).filter(([, { roles }]) => mayAsk(roles, path));

  it.each(askers)('finds by an index what each filter asks for in each order, as the %s', async (_, caller) => {
    const questions = [{}, { offset: ['5000'] }, ...singles].flatMap((question) => inEveryOrder(report, question));
    expect(await answeredByWholeScans(report, caller, questions)).toEqual([]);
  });

  it.each(askers)('finds by an index what two filters ask for together, as the %s', async (_, caller) => {
    expect(await answeredByWholeScans(report, caller, pairsOf(singles))).toEqual([]);
  });
});

/** Some lists are for authorities alone. */
function mayAsk(roles: Caller['roles'], path: string): boolean {
  try {
    checkRole(roles, `GET ${path}`, true);
    return true;
  } catch {
    return false;
  }
}

it('knows a whole scan when it sees one', async () => {
  const scans = await api.db().transaction(async (tx) => {
    const connection = new Explaining(tx);
    await connection.first(prepared('', "select * from permit where traffic_management_type = 'give_and_take'"));
    return connection.take();
  });
  expect(wholeScans(scans)).toEqual([expect.stringMatching(/ on permit$/)]);
});
