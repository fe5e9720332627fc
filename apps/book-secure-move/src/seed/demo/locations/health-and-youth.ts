import { geoamey, serco } from '../../reference-data/suppliers';
import { location } from './location';

/** Hospitals, one of them of high security, and the places that hold children. */
export const northbeckInfirmary = location('hospital', {
  id: '1b8e8695-2166-4b7f-92b4-74a878a25d08',
  agency: 'NBKHO',
  title: 'NORTHBECK GENERAL INFIRMARY',
  supplier: geoamey,
  premise: 'Northbeck General Infirmary',
  city: 'Northbeck',
  postcode: 'NB3 7GI',
  latitude: 53.72,
  longitude: -1.44,
});
export const marshfieldHospital = location('hospital', {
  id: '25b1350b-8f9f-47ff-bafe-10f3b26f0acd',
  agency: 'MSHHO',
  title: 'MARSHFIELD HOSPITAL',
  supplier: serco,
  premise: 'Marshfield Hospital',
  city: 'Marshfield',
  postcode: 'MF4 2HO',
  latitude: 51.455,
  longitude: -0.3,
});
export const fellsideHospital = location('high_security_hospital', {
  id: '4e902fda-56a6-497f-8974-6aede35c8bf9',
  agency: 'FELHS',
  title: 'FELLSIDE HIGH SECURITY HOSPITAL',
  supplier: geoamey,
  premise: 'Fellside Hospital',
  city: 'Ellerdale',
  postcode: 'ED9 9HS',
  latitude: 53.9,
  longitude: -1.7,
});
export const aldermoor = location('secure_training_centre', {
  id: '7379b4e4-17dd-425c-b248-4df9c3684e9d',
  agency: 'STC1',
  title: 'ALDERMOOR (STC)',
  supplier: serco,
  premise: 'Aldermoor Secure Training Centre',
  city: 'Marshfield',
  postcode: 'MF7 8ST',
  latitude: 51.44,
  longitude: -0.35,
});
export const kestrelBank = location('secure_training_centre', {
  id: '86f7d0cc-2979-479d-9fd1-ad098d331d1a',
  agency: 'STC2',
  title: 'KESTREL BANK (STC)',
  supplier: geoamey,
  premise: 'Kestrel Bank Secure Training Centre',
  city: 'Northbeck',
  postcode: 'NB8 2ST',
  latitude: 53.73,
  longitude: -1.48,
});
export const larchHouse = location('secure_childrens_home', {
  id: 'a264c530-f647-435b-9072-30fbb7cb80c2',
  agency: 'SCH1',
  title: 'LARCH HOUSE (SCH)',
  supplier: geoamey,
  premise: 'Larch House',
  city: 'Ellerdale',
  postcode: 'ED5 6CH',
  latitude: 53.88,
  longitude: -1.62,
});
export const vineHouse = location('secure_childrens_home', {
  id: '9a69c9d8-0af1-4274-8c23-c409f8c6596b',
  agency: 'SCH2',
  title: 'VINE HOUSE (SCH)',
  supplier: serco,
  premise: 'Vine House',
  city: 'Marshfield',
  postcode: 'MF6 5CH',
  latitude: 51.43,
  longitude: -0.33,
});
