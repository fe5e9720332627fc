import { serco } from '../../reference-data/suppliers';
import { location } from './location';

/** Invented prisons for rehearsing redirections, lockouts and lodgings: two sets of three, and one to stay the night. */
export const locationA = location('prison', {
  id: 'aaaaaaaa-0154-49ec-b01e-d60ded8e0ab1',
  agency: 'LOA',
  title: 'LOCATION A',
  supplier: serco,
  premise: 'Location A',
  city: 'Southgate',
  alwaysServed: true,
});
export const locationB = location('prison', {
  id: 'bbbbbbbb-0154-49ec-b01e-d60ded8e0ab1',
  agency: 'LOB',
  title: 'LOCATION B',
  supplier: serco,
  premise: 'Location B',
  city: 'Southgate',
  alwaysServed: true,
});
export const locationC = location('prison', {
  id: 'cccccccc-0154-49ec-b01e-d60ded8e0ab1',
  agency: 'LOC',
  title: 'LOCATION C',
  supplier: serco,
  premise: 'Location C',
  city: 'Southgate',
  alwaysServed: true,
});
export const locationA2 = location('prison', {
  id: 'aaaaaaaa-413b-48c8-b1cf-85c702c5f465',
  agency: 'LA2',
  title: 'LOCATION A2',
  supplier: serco,
  premise: 'Location A2',
  city: 'Southgate',
  alwaysServed: true,
});
export const locationB2 = location('prison', {
  id: 'bbbbbbbb-8ded-435c-b0c1-ffcade5f1bef',
  agency: 'LB2',
  title: 'LOCATION B2',
  supplier: serco,
  premise: 'Location B2',
  city: 'Southgate',
  alwaysServed: true,
});
export const locationC2 = location('prison', {
  id: 'cccccccc-8ded-435c-b0c1-ffcade5f1bef',
  agency: 'LC2',
  title: 'LOCATION C2',
  supplier: serco,
  premise: 'Location C2',
  city: 'Southgate',
  alwaysServed: true,
});
export const lodgingL = location('prison', {
  id: '11111111-0154-49ec-b01e-d60ded8e0ab1',
  agency: 'LOL',
  title: 'LOCATION L',
  supplier: serco,
  premise: 'Location L',
  city: 'Southgate',
  alwaysServed: true,
});
