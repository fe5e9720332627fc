import { bookSecureMove } from '../testing/book-secure-move';
import { moveBody } from '../testing/given';
import { places } from './moves.fixture';

const { api } = bookSecureMove();

type Place = keyof typeof places | null;

/** Asks for a move of a type between two places. */
const create = (moveType: string, from: Place, to: Place) => {
  const place = (name: Place) => (name === null ? { data: null } : { data: { type: 'locations', id: places[name] } });
  const body = moveBody(null, { move_type: moveType }) as { data: { relationships: Record<string, unknown> } };
  body.data.relationships = { from_location: place(from), to_location: place(to) };
  return api.post('/moves', body);
};

describe('POST /moves takes', () => {
  it.each<[string, Place, Place]>([
    ['court_appearance', 'police', 'court'],
    ['court_appearance', 'a', 'court'],
    ['court_other', 'a', 'probation'],
    ['court_other', 'a', 'hospital'],
    ['hospital', 'a', 'hospital'],
    ['hospital', 'a', 'highSecurityHospital'],
    ['police_transfer', 'police', 'otherPolice'],
    ['prison_recall', 'police', null],
    ['prison_recall', 'police', 'b'],
    ['video_remand', 'police', null],
    ['video_remand', 'police', 'court'],
    ['prison_remand', 'court', 'b'],
    ['prison_remand', 'court', 'trainingCentre'],
    ['prison_remand', 'court', 'childrensHome'],
    ['prison_transfer', 'a', 'b'],
    ['prison_transfer', 'childrensHome', 'hospital'],
    ['approved_premises', 'court', 'approvedPremises'],
  ])('a %s from %s to %s', async (moveType, from, to) => {
    const { status, body } = await create(moveType, from, to);
    expect([status, body.data?.attributes.move_type]).toEqual([201, moveType]);
  });
});

const detained = 'prison, secure training centre or secure childrens hospital';

describe('POST /moves refuses', () => {
  it.each<[string, Place, Place, [string, string, string][]]>([
    ['court_appearance', 'a', 'b', [['to_location', 'invalid_location', 'To location must be a court location for court appearance move']]],
    ['court_other', 'a', 'b', [['to_location', 'invalid_location', `To location must not be a ${detained} for court other move`]]],
    ['hospital', 'a', 'court', [['to_location', 'invalid_location', 'To location must be a hospital or high security hospital location for hospital move']]],
    ['police_transfer', 'a', 'court', [
      ['to_location', 'invalid_location', 'To location must be a police location for police transfer move'],
      ['from_location', 'invalid_location', 'From location must be a police location for police transfer move'],
    ]],
    ['prison_recall', 'a', null, [['from_location', 'invalid_location', 'From location must be a police location for prison recall move']]],
    ['video_remand', 'a', 'court', [['from_location', 'invalid_location', 'From location must be a police location for video remand move']]],
    ['prison_remand', 'a', 'court', [['to_location', 'invalid_location', `To location must be a ${detained} for prison remand move`]]],
    ['prison_transfer', 'court', 'b', [['from_location', 'invalid_location', `From location must be a ${detained} for prison transfer move`]]],
    ['prison_transfer', 'a', null, [['to_location', 'blank', "To location can't be blank"]]],
    ['approved_premises', 'a', null, [['to_location', 'blank', "To location can't be blank"]]],
    ['court_appearance', 'a', null, [
      ['to_location', 'blank', "To location can't be blank"],
      ['to_location', 'invalid_location', 'To location must be a court location for court appearance move'],
    ]],
    ['extradition', 'a', 'b', [['move_type', 'exclusion', 'Move type extradition is only valid if extradition capable is true for destination location']]],
    ['prison_transfer', 'a', 'a', [['to_location_id', 'should be different to the from location', 'To location id should be different to the from location']]],
    ['court_appearance', 'a', 'closedCourt', [['to_location', 'inactive_location', 'To location must be an active location']]],
    ['nonsense', 'a', 'b', [['move_type', 'inclusion', 'Move type is not included in the list']]],
    ['prison_recall', null, null, [
      ['supplier', 'blank', 'Supplier must exist'],
      ['from_location', 'blank', 'From location must exist'],
      ['from_location', 'blank', "From location can't be blank"],
      ['from_location', 'invalid_location', 'From location must be a police location for prison recall move'],
    ]],
  ])('a %s from %s to %s', async (moveType, from, to, faults) => {
    const { status, body } = await create(moveType, from, to);
    const errors = faults.map(([field, code, detail]) => ({
      title: 'Unprocessable content',
      detail,
      source: { pointer: `/data/attributes/${field}` },
      code,
    }));
    expect([status, body]).toEqual([422, { errors }]);
  }); // prettier-ignore
});
