import type { Caller } from '../client';
import type { Reply } from '../reply';
import type { Api } from '../walkthrough';
import { bodyOf, type Shown } from './body';
import { report } from './requests';

interface Page {
  pagination: { total_rows: number; has_next_page: boolean };
  rows: Shown[];
}

const pageOf = (reply: Reply): Page => bodyOf(reply) as unknown as Page;

/** Calls a list of the Reporting API, and its further pages. Gives the rows of this work, and holds that all rows are alike. */
export async function listed(api: Api, as: Caller, path: string, wrn: string, alike: Shown): Promise<Shown[]> {
  const rows: Shown[] = [];
  for (let offset = 0, more = true; more;) {
    const call = report(as, offset === 0 ? path : `${path}&offset=${offset}`);
    const reply = await api.send(call, {
      status: 200,
      leadsTo: (answer) => `${pageOf(answer).rows.length} of ${pageOf(answer).pagination.total_rows} rows`,
    });
    const { rows: found, pagination } = pageOf(reply);
    rows.push(...found);
    offset += found.length;
    more = pagination.has_next_page && found.length > 0;
  }
  for (const [name, value] of Object.entries(alike)) {
    api.holds(`${name} of every row`, [...new Set(rows.map((row) => row[name]))], [value]);
  }
  return rows.filter((row) => row['work_reference_number'] === wrn);
}
