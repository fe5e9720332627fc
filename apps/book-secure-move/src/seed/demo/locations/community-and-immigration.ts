import { geoamey, serco } from '../../reference-data/suppliers';
import { location } from './location';

/** Where people go on from custody, and where foreign nationals are held. */
export const ellerdaleHouse = location('approved_premises', {
  id: '8d6bbce6-445d-4d71-a236-28de05184bec',
  agency: 'AP-01',
  title: 'ELLERDALE HOUSE',
  supplier: geoamey,
  premise: 'Ellerdale House',
  city: 'Ellerdale',
  postcode: 'ED4 1AP',
  latitude: 53.87,
  longitude: -1.63,
});
export const millbrookLodge = location('approved_premises', {
  id: 'a00eebc6-29fc-4d5b-b48d-4259b6ed731c',
  agency: 'AP-02',
  title: 'MILLBROOK LODGE',
  supplier: serco,
  premise: 'Millbrook Lodge',
  city: 'Marshfield',
  postcode: 'MF3 3AP',
  latitude: 51.45,
  longitude: -0.34,
});
export const northbeckProbation = location('probation_office', {
  id: 'f78649f4-1c8c-4e7f-84b8-a59b1cfe11aa',
  agency: 'NBKPO',
  title: 'NORTHBECK PROBATION OFFICE',
  supplier: geoamey,
  premise: 'Northbeck Probation Office',
  city: 'Northbeck',
  postcode: 'NB2 2PO',
  latitude: 53.715,
  longitude: -1.425,
});
export const ellerdaleRehabilitation = location('community_rehabilitation_company', {
  id: 'ef24d1b3-744d-4b18-bfcd-37f7bb89cbd1',
  agency: 'ELDCR',
  title: 'ELLERDALE REHABILITATION COMPANY',
  supplier: geoamey,
  premise: 'Ellerdale Rehabilitation Company',
  city: 'Ellerdale',
  postcode: 'ED2 8CR',
  latitude: 53.861,
  longitude: -1.615,
});
export const tanneryHostel = location('voluntary_hostel', {
  id: '9966a5ac-b452-430d-a7a0-e8ab68b11592',
  agency: 'TANHO',
  title: 'TANNERY LANE HOSTEL',
  supplier: geoamey,
  premise: 'Tannery Lane Hostel',
  city: 'Ellerdale',
  postcode: 'ED3 9VH',
  latitude: 53.852,
  longitude: -1.598,
});
export const harbourView = location('foreign_national_prison', {
  id: '2276e7f6-f7e8-45da-8f46-163919d9bbb0',
  agency: 'HVFNP',
  title: 'HARBOUR VIEW (FNP)',
  supplier: serco,
  premise: 'HMP Harbour View',
  city: 'Marshfield',
  postcode: 'MF9 1FN',
  latitude: 51.42,
  longitude: -0.37,
});
export const runwayHouse = location('immigration_detention_centre', {
  id: 'b8cb9663-14ca-4d14-aaed-5d4a1fc5a98b',
  agency: 'RWYID',
  title: 'RUNWAY HOUSE (IRC)',
  supplier: serco,
  premise: 'Runway House',
  city: 'London',
  postcode: 'UB7 0HB',
  latitude: 51.4893,
  longitude: -0.4831,
});
export const quaysideHouse = location('immigration_detention_centre', {
  id: '92147fea-31a0-4a8b-8dbc-243beec3ef15',
  agency: 'QYSID',
  title: 'QUAYSIDE HOUSE (IRC)',
  supplier: geoamey,
  premise: 'Quayside House',
  city: 'Northbeck',
  postcode: 'NB9 3ID',
  latitude: 53.705,
  longitude: -1.41,
});
