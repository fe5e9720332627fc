import { locationTypes, supplierFor } from '@switchyard/domain/book-secure-move';
import type { LocationType } from '@switchyard/domain/book-secure-move';
import { verifySecret } from '@switchyard/http';
import { categories } from '../reference-data/categories';
import type { LocationRow } from '../rows';
import { walkthroughDays } from './calendar';
import { clients } from './clients';
import { links } from './from-rows.fixture';
import { demoData } from './index';
import { demoLocations } from './locations';
import { locationRegions } from './locations/location-regions';
import { people } from './people';
import { profiles } from './profiles';

describe('the locations of the demo', () => {
  const ofType = (type: LocationType) => demoLocations.filter(({ row }) => row.location_type === type);
  const isActive = ({ row }: { row: LocationRow }) => row.disabled_at === null;

  it.each(locationTypes.map((type) => [type]))('include a %s', (type) => {
    expect(ofType(type).length).toBeGreaterThan(0);
  });

  const pairs: LocationType[] = [
    'court',
    'police',
    'hospital',
    'secure_training_centre',
    'secure_childrens_home',
    'approved_premises',
    'immigration_detention_centre',
  ];
  it.each(pairs.map((type) => [type]))('include two active ones of type %s', (type) => {
    expect(ofType(type).filter(isActive).length).toBeGreaterThanOrEqual(2);
  });

  const fixed: [key: string, id: string, title: string, supplier: string][] = [
    ['bsi', '067c2855-fa41-493d-9c80-1311a4f7ba45', 'BRINSFORD (HMP)', 'geoamey'],
    ['iwi', '056eed18-772b-45b3-b64a-4d7d563641f7', 'ISLE OF WIGHT (HMP)', 'geoamey'],
    ['loa', 'aaaaaaaa-0154-49ec-b01e-d60ded8e0ab1', 'LOCATION A', 'serco'],
    ['lob', 'bbbbbbbb-0154-49ec-b01e-d60ded8e0ab1', 'LOCATION B', 'serco'],
    ['loc', 'cccccccc-0154-49ec-b01e-d60ded8e0ab1', 'LOCATION C', 'serco'],
    ['la2', 'aaaaaaaa-413b-48c8-b1cf-85c702c5f465', 'LOCATION A2', 'serco'],
    ['lb2', 'bbbbbbbb-8ded-435c-b0c1-ffcade5f1bef', 'LOCATION B2', 'serco'],
    ['lc2', 'cccccccc-8ded-435c-b0c1-ffcade5f1bef', 'LOCATION C2', 'serco'],
    ['lol', '11111111-0154-49ec-b01e-d60ded8e0ab1', 'LOCATION L', 'serco'],
  ];
  it.each(fixed)(
    'include %s with its fixed facts, served also on the days of the walkthroughs',
    (key, id, title, supplier) => {
      const found = demoLocations.find(({ row }) => row.id === id);
      expect(found?.row).toMatchObject({ key, title, location_type: 'prison', nomis_agency_id: key.toUpperCase() });
      expect(found?.supplier.key).toBe(supplier);
      for (const day of walkthroughDays) expect(supplierFor(links, id, day)).toBe(found?.supplier.id);
    },
  );

  it('include four more active prisons, one of them for young offenders', () => {
    const others = ofType('prison')
      .filter(isActive)
      .filter(({ row }) => !fixed.some(([, id]) => id === row.id));
    expect(others.length).toBeGreaterThanOrEqual(4);
    expect(others.filter(({ row }) => row.young_offender_institution).map(({ row }) => row.nomis_agency_id)).toEqual([
      'WYI',
    ]);
  });

  it('include one place to extradite to and one court out of use', () => {
    expect(demoLocations.filter(({ row }) => row.extradition_capable)).toHaveLength(1);
    expect(demoLocations.filter((each) => !isActive(each)).map(({ row }) => row.location_type)).toEqual(['court']);
  });

  it('take documents in training centres and homes only', () => {
    const taking = demoLocations.filter(({ row }) => row.can_upload_documents).map(({ row }) => row.location_type);
    expect(new Set(taking)).toEqual(new Set(['secure_training_centre', 'secure_childrens_home']));
  });

  it('are grouped, prison by prison, in two regions', () => {
    expect(new Set(locationRegions.map(({ region_id: region }) => region)).size).toBe(2);
    expect(new Set(locationRegions.map(({ location_id: location }) => location))).toEqual(
      new Set(ofType('prison').map(({ row }) => row.id)),
    );
  });
});

describe('the people of the demo', () => {
  it.each([['747f3914-620a-441a-847f-472c79def26c'], ['fee70079-08c0-4d1c-a125-bfac8caf24c1']])(
    'include %s with the details of the walkthroughs',
    (id) => {
      expect(people.find((person) => person.id === id)).toMatchObject({
        first_names: 'DOMSANIGH',
        last_name: 'CASEDY',
        date_of_birth: '1995-11-17',
        prison_number: 'G8133UA',
        criminal_records_office: '351774/14D',
        police_national_computer: '14/120018R',
        pnc_canonical: '140120018R',
        gender_id: 'ffac6763-26d6-4425-8005-6e5d052aed88',
        ethnicity_id: 'a4f988ba-5ebc-4b24-9dfe-b7fa0c23c30e',
        latest_nomis_booking_id: expect.any(Number),
      });
    },
  );

  it('include a prisoner whose category is beyond the service', () => {
    const person = people.find(({ prison_number: number }) => number === 'A9001AA');
    const profile = profiles.find(({ person_id: id }) => id === person?.id);
    expect(categories.find(({ id }) => id === profile?.category_id)).toMatchObject({ key: 'A', move_supported: false });
  });
});

describe('the clients of the demo', () => {
  it.each([
    ['pmu-demo', null],
    ['geoamey-demo', 'GEOAmey'],
    ['serco-demo', 'Serco'],
  ])('include %s with its secret', async (uid, owner) => {
    const client = clients.find((each) => each.uid === uid);
    const supplier = demoLocations.find(({ supplier: { name } }) => name === owner)?.supplier;
    expect(client).toMatchObject({ demo: true, supplier_id: supplier?.id ?? null });
    expect(client?.scopes).toEqual(expect.arrayContaining(['read', 'write']));
    expect(await verifySecret(`${uid}-secret`, client?.secret_hash ?? '')).toBe(true);
  });
});

describe('the rows of the demo', () => {
  it('carry ids that are UUIDs, each once', () => {
    const ids = demoData(new Date('2026-11-20T10:00:00Z')).flatMap(({ rows }) =>
      rows.flatMap((row) => ('id' in row ? [String(row.id)] : [])),
    );
    const shape = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    expect(ids.filter((id) => !shape.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
