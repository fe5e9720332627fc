import { geoamey, serco } from '../../reference-data/suppliers';
import { location } from './location';

/** Where people are tried, and where the police hold them before. */
export const northbeckCrownCourt = location('court', {
  id: '78fa5fd3-ba4f-481d-a77f-6897db4c8977',
  agency: 'NBKCC',
  title: 'NORTHBECK CROWN COURT',
  supplier: geoamey,
  premise: 'Northbeck Crown Court',
  city: 'Northbeck',
  postcode: 'NB1 1CC',
  latitude: 53.71,
  longitude: -1.42,
});
export const ellerdaleMagistratesCourt = location('court', {
  id: '41435ceb-977c-455a-a780-716262bccc17',
  agency: 'ELDMC',
  title: 'ELLERDALE MAGISTRATES COURT',
  supplier: geoamey,
  premise: 'Ellerdale Magistrates Court',
  city: 'Ellerdale',
  postcode: 'ED1 2MC',
  latitude: 53.86,
  longitude: -1.61,
});
export const marshfieldCrownCourt = location('court', {
  id: 'dd9e770a-db9f-464b-8174-195b30ed6889',
  agency: 'MSHCC',
  title: 'MARSHFIELD CROWN COURT',
  supplier: serco,
  premise: 'Marshfield Crown Court',
  city: 'Marshfield',
  postcode: 'MF1 3CC',
  latitude: 51.46,
  longitude: -0.31,
});
export const lowWharfCountyCourt = location('court', {
  id: '0b8f4fd6-0825-49bc-9e9e-b9f9f4b3fc91',
  agency: 'LWFCT',
  title: 'LOW WHARF COUNTY COURT',
  supplier: geoamey,
  premise: 'Low Wharf County Court',
  city: 'Ellerdale',
  postcode: 'ED3 4CT',
  latitude: 53.85,
  longitude: -1.6,
  disabledAt: '2021-03-31T23:00:00Z',
});
export const northbeckPolice = location('police', {
  id: '8a2cc0d9-8aba-4021-a33d-b4378996e533',
  agency: 'NBKPS',
  title: 'NORTHBECK CUSTODY SUITE',
  supplier: geoamey,
  premise: 'Northbeck Police Station',
  city: 'Northbeck',
  postcode: 'NB1 4PS',
  latitude: 53.712,
  longitude: -1.43,
});
export const ellerdalePolice = location('police', {
  id: 'baf80ad9-4235-4f31-8753-fb98d7c2adfa',
  agency: 'ELDPS',
  title: 'ELLERDALE CUSTODY SUITE',
  supplier: geoamey,
  premise: 'Ellerdale Police Station',
  city: 'Ellerdale',
  postcode: 'ED2 5PS',
  latitude: 53.862,
  longitude: -1.605,
});
export const marshfieldPolice = location('police', {
  id: 'b8209527-17ec-4e3b-9b51-bf77a6a2744e',
  agency: 'MSHPS',
  title: 'MARSHFIELD CUSTODY SUITE',
  supplier: serco,
  premise: 'Marshfield Police Station',
  city: 'Marshfield',
  postcode: 'MF2 1PS',
  latitude: 51.461,
  longitude: -0.32,
});
export const heathrowAirport = location('police', {
  id: '6b4533a7-e778-42c7-9f22-51c23e346553',
  agency: 'LHRPS',
  title: 'HEATHROW AIRPORT POLICE',
  supplier: serco,
  premise: 'Heathrow Airport Police Station',
  city: 'London',
  postcode: 'TW6 2QA',
  latitude: 51.4785,
  longitude: -0.4473,
  extraditionCapable: true,
});
