import { geoamey, serco } from '../../reference-data/suppliers';
import { location } from './location';

/** Prisons that exist: GEOAmey serves the north and the Isle of Wight, Serco London. */
export const brinsford = location('prison', {
  id: '067c2855-fa41-493d-9c80-1311a4f7ba45',
  agency: 'BSI',
  title: 'BRINSFORD (HMP)',
  supplier: geoamey,
  premise: 'HMP Brinsford',
  city: 'Wolverhampton',
  postcode: 'WV10 7PY',
  latitude: 52.6622,
  longitude: -2.1205,
  alwaysServed: true,
});
export const isleOfWight = location('prison', {
  id: '056eed18-772b-45b3-b64a-4d7d563641f7',
  agency: 'IWI',
  title: 'ISLE OF WIGHT (HMP)',
  supplier: geoamey,
  premise: 'HMP Isle of Wight',
  city: 'Newport',
  postcode: 'PO30 5RS',
  latitude: 50.7137,
  longitude: -1.3079,
  alwaysServed: true,
});
export const moorland = location('prison', {
  id: '6780161b-8941-43cd-8f8f-bed467bad89c',
  agency: 'MDI',
  title: 'MOORLAND (HMP & YOI)',
  supplier: geoamey,
  premise: 'HMP Moorland',
  city: 'Doncaster',
  postcode: 'DN7 6BW',
  latitude: 53.5292,
  longitude: -0.9697,
});
export const leeds = location('prison', {
  id: '879f4315-4bc1-44ef-b7e8-ab3c36a67265',
  agency: 'LEI',
  title: 'LEEDS (HMP)',
  supplier: geoamey,
  premise: 'HMP Leeds',
  city: 'Leeds',
  postcode: 'LS12 2TJ',
  latitude: 53.7959,
  longitude: -1.5756,
});
export const frankland = location('prison', {
  id: 'acb05b38-4184-4a05-8b6e-6ff8e5933924',
  agency: 'FKI',
  title: 'FRANKLAND (HMP)',
  supplier: geoamey,
  premise: 'HMP Frankland',
  city: 'Durham',
  postcode: 'DH1 5YD',
  latitude: 54.8038,
  longitude: -1.5522,
});
export const wetherby = location('prison', {
  id: '0f2be89c-1f80-48f0-abf9-94c89901623f',
  agency: 'WYI',
  title: 'WETHERBY (HMPYOI)',
  supplier: geoamey,
  premise: 'HMYOI Wetherby',
  city: 'Wetherby',
  postcode: 'LS22 5ED',
  latitude: 53.9376,
  longitude: -1.3715,
});
export const newHall = location('prison', {
  id: '7006e1bb-fe46-4f14-beb5-28bc2d4d9f61',
  agency: 'NHI',
  title: 'NEW HALL (HMP)',
  supplier: geoamey,
  premise: 'HMP New Hall',
  city: 'Wakefield',
  postcode: 'WF4 4XX',
  latitude: 53.6352,
  longitude: -1.6103,
});
export const brixton = location('prison', {
  id: 'd35bc561-7f33-4b0f-ae34-0de5964e0510',
  agency: 'BXI',
  title: 'BRIXTON (HMP)',
  supplier: serco,
  premise: 'HMP Brixton',
  city: 'London',
  postcode: 'SW2 5XF',
  latitude: 51.4517,
  longitude: -0.1251,
});
export const pentonville = location('prison', {
  id: '3395c73b-2ac5-46f9-aee4-3517dff70b00',
  agency: 'PVI',
  title: 'PENTONVILLE (HMP)',
  supplier: serco,
  premise: 'HMP Pentonville',
  city: 'London',
  postcode: 'N7 8TT',
  latitude: 51.5449,
  longitude: -0.1157,
});
