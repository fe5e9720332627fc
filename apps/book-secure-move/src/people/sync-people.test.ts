import { prisonerRows } from '../nomis/demo-register/prisoners';
import { bookSecureMove } from '../testing/book-secure-move';

const { api, given } = bookSecureMove();

const CASEDYS = ['747f3914-620a-441a-847f-472c79def26c', 'fee70079-08c0-4d1c-a125-bfac8caf24c1'];
const ids = (reply: { body: { data: { id: string }[] } }) => reply.body.data.map(({ id }) => id);
const rows = (where: string) =>
  api
    .db()
    .reader()
    .rows<Record<string, unknown>>({
      name: '',
      text: `select id, prison_number, latest_nomis_booking_id, pnc_canonical, updated_at from people where ${where} order by id`,
    });

describe('GET /people?filter[prison_number]', () => {
  it('shows both people with the number of the walkthroughs, with the booking of the register', async () => {
    const before = await rows(`prison_number = 'G8133UA'`);
    const reply = await api.get('/people?filter%5Bprison_number%5D=G8133UA');
    expect(ids(reply).sort()).toEqual(CASEDYS);
    expect(before.map((row) => row.latest_nomis_booking_id)).toEqual([1200100, 1200100]);
    expect(await rows(`prison_number = 'G8133UA'`)).toEqual(before);
  });

  it('brings every person with the number up to date, whatever its case', async () => {
    for (const id of CASEDYS) {
      await api.patch(`/people/${id}`, {
        data: { attributes: { first_names: 'WRONG', police_national_computer: null, date_of_birth: null } },
      });
    }
    const reply = await api.get('/people?filter[prison_number]=g8133ua');
    expect(reply.body.data).toHaveLength(2);
    for (const { attributes } of reply.body.data) {
      expect(attributes).toEqual({
        first_names: 'DOMSANIGH',
        last_name: 'CASEDY',
        date_of_birth: '1995-11-17',
        gender_additional_information: null,
        prison_number: 'G8133UA',
        criminal_records_office: '351774/14D',
        police_national_computer: '14/120018R',
      });
    }
    expect((await rows(`prison_number = 'G8133UA'`)).map((row) => row.pnc_canonical)).toEqual([
      '140120018R',
      '140120018R',
    ]);
  });

  it('finds each of the fifty-one prisoners of the register, adding those who are new here', async () => {
    const numbers = prisonerRows.map(([number]) => number);
    const reply = await api.get(`/people?per_page=100&filter[prison_number]=${numbers.join(',')}`);
    const found = reply.body.data.map(
      (each: { attributes: { prison_number: string } }) => each.attributes.prison_number,
    );
    expect(new Set(found)).toEqual(new Set(numbers));
    expect(found).toHaveLength(numbers.length + 1);
    expect(reply.body.meta.pagination.total_objects).toBe(52);

    const again = await api.get(`/people?per_page=100&filter[prison_number]=${numbers.join(',')}`);
    expect(ids(again)).toEqual(ids(reply));
    const all = await api.get('/people');
    const [{ total } = { total: -1 }] = await api
      .db()
      .reader()
      .rows<{ total: number }>({ name: 'test-count-people', text: 'select count(*)::int as total from people' });
    expect(all.body.meta.pagination.total_objects).toBe(total);
  });

  it('keeps to those whom it knows when the register does not know the number', async () => {
    const id = await given.person({ prison_number: 'Z9999ZZ' });
    expect(ids(await api.get('/people?filter[prison_number]=Z9999ZZ'))).toEqual([id]);
    expect((await api.get('/people?filter[prison_number]=Z9998ZZ')).body.data).toEqual([]);
    expect((await rows(`id = '${id}'`))[0]).toMatchObject({ latest_nomis_booking_id: null });
  });

  it('gives somebody who was created here with a number of the register its booking', async () => {
    const id = await given.person({ prison_number: 'a9018aa' });
    const reply = await api.get('/people?filter[prison_number]=A9018AA');
    expect(ids(reply)).toContain(id);
    expect((await rows(`id = '${id}'`))[0]).toMatchObject({ latest_nomis_booking_id: 1200118 });
  });
});
