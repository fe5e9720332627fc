import { bookSecureMove } from '../testing/book-secure-move';
import { demo } from '../testing/given';
import { allocationBody, fill } from './allocations.fixture';

const { api } = bookSecureMove();

const casedy = '747f3914-620a-441a-847f-472c79def26c';

/** As the published walkthrough of an inter-prison transfer: planned for nobody, then filled move by move. */
describe('an allocation from Brinsford to the Isle of Wight', () => {
  it('goes from unfilled to filled and back', async () => {
    const made = await api.post(
      '/allocations',
      allocationBody(
        {
          moves_count: 2,
          estate: 'adult_male',
          estate_comment: 'Another estate description',
          prisoner_category: 'b',
          sentence_length: 'short',
          other_criteria: 'curly hair',
          requested_by: 'Iama Requestor',
          complete_in_full: true,
          date: '2020-07-22',
          complex_cases: [{ key: 'hold_separately', title: 'Segregated prisoners', answer: true }],
        },
        { from: demo.bsi, to: demo.iwi },
      ),
    );
    expect([made.status, made.body.data.attributes.status]).toEqual([201, 'unfilled']);
    const path = `/allocations/${made.body.data.id}`;
    const [first, second] = made.body.data.relationships.moves.data.map(({ id }: { id: string }) => id);

    const profileOf = async (personId: string): Promise<string> =>
      (await api.post(`/people/${personId}/profiles`, { data: { type: 'profiles' } })).body.data.id as string;
    const other = await api.post('/people', {
      data: { type: 'people', attributes: { first_names: 'SAM', last_name: 'EXAMPLE' } },
    });
    const [profile1, profile2] = [await profileOf(casedy), await profileOf(other.body.data.id)];

    expect((await fill(api, first, profile1)).status).toBe(200);
    const half = (await api.get(path)).body.data;
    expect([half.attributes.status, half.meta.moves]).toEqual(['unfilled', { total: 2, filled: 1, unfilled: 1 }]);

    expect((await fill(api, second, profile2)).status).toBe(200);
    const filled = (await api.get(path)).body.data;
    expect([filled.attributes.status, filled.attributes.moves_count]).toEqual(['filled', 2]);
    expect(filled.meta.moves).toEqual({ total: 2, filled: 2, unfilled: 0 });

    const filters =
      'filter[date_from]=2020-07-22&filter[date_to]=2020-07-22&filter[has_relationship_to_allocation]=true';
    const list = await api.as('geoamey').get(`/moves?${filters}&include=profile.person,from_location,to_location`);
    const own = list.body.data.filter(
      (each: { relationships: { allocation: { data: { id: string } } } }) =>
        each.relationships.allocation.data.id === made.body.data.id,
    );
    expect(own.map(({ id }: { id: string }) => id).sort()).toEqual([first, second].sort());
    expect(own.map((each: { attributes: { status: string } }) => each.attributes.status)).toEqual([
      'requested',
      'requested',
    ]);

    const gone = { status: 'cancelled', cancellation_reason: 'prisoner_unfit_to_travel' };
    await api.patch(`/moves/${second}`, { data: { type: 'moves', attributes: gone } });
    const fewer = (await api.get(path)).body.data;
    expect([fewer.attributes.status, fewer.attributes.moves_count]).toEqual(['filled', 1]);
    expect(fewer.meta.moves).toEqual({ total: 1, filled: 1, unfilled: 0 });

    const emptied = { data: { type: 'moves', attributes: {}, relationships: { profile: { data: null } } } };
    await api.patch(`/moves/${first}`, emptied);
    expect((await api.get(path)).body.data.attributes.status).toBe('unfilled');
  });

  it('does not let one of its moves go on another day', async () => {
    const made = await api.post('/allocations', allocationBody({ moves_count: 1 }));
    const [{ id }] = made.body.data.relationships.moves.data;
    const reply = await api.patch(`/moves/${id}`, { data: { type: 'moves', attributes: { date: '2026-12-11' } } });
    expect([reply.status, reply.body.errors[0].code]).toEqual([422, 'cant_change_allocation']);
  });
});
