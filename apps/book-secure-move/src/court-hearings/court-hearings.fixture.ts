import type { TestApi } from '../testing/book-secure-move';
import { demo, moveBody, related } from '../testing/given';

export const casedy = '747f3914-620a-441a-847f-472c79def26c';
const northbeckCourt = '78fa5fd3-ba4f-481d-a77f-6897db4c8977';

export const hearingBody = (attributes: Record<string, unknown> = {}, moveId?: string): object => ({
  data: {
    type: 'court_hearings',
    attributes: { start_time: '2026-12-14T10:00:00Z', case_number: 'T20260001', case_type: 'Adult', ...attributes },
    ...(moveId !== undefined && { relationships: { move: related('moves', moveId) } }),
  },
});

let day = 0;

/** A move of somebody whom the prison register knows, from the prison that holds him to the court of his case. */
export async function casedyGoesToCourt(api: TestApi): Promise<string> {
  const profile = await api.post(`/people/${casedy}/profiles`, { data: { type: 'profiles' } });
  day += 1;
  const date = `2027-01-${String(day).padStart(2, '0')}`;
  const body = moveBody(
    profile.body.data.id as string,
    { date, move_type: 'court_appearance' },
    { from: demo.bsi, to: northbeckCourt },
  );
  return (await api.post('/moves', body)).body.data.id as string;
}

/** The number of the case that is still open. */
export async function caseOf(api: TestApi): Promise<number> {
  const { body } = await api.get(`/people/${casedy}/court_cases?filter[active]=true`);
  return body.data[0].attributes.nomis_case_id as number;
}

/** When the register has him in court on two days in December. */
export async function hearingsOnDays(api: TestApi): Promise<string[]> {
  const days = 'filter[date_from]=2026-12-14&filter[date_to]=2026-12-15';
  const { body } = await api.get(`/people/${casedy}/timetable?${days}`);
  return (body.data as { attributes: { start_time: string; nomis_type: string } }[])
    .filter(({ attributes }) => attributes.nomis_type === 'Court')
    .map(({ attributes }) => attributes.start_time);
}
