import type { TypeOf } from '../shape';
import { dateTime, list, note, number, object, oneOf, optional, required, text, withDefault } from '../shape';
import { contact, namedContact } from './contact';

/** A place by its WGS 84 coordinates. */
export const geoTag = object({
  latitude: required(number({ min: -90, max: 90, outside: 'type' })),
  longitude: required(number({ min: -180, max: 180, outside: 'type' })),
  accuracyMetres: optional(number({ min: 0, outside: 'type' })),
  capturedDateTime: optional(dateTime),
});

/** A site's identifier in the network. */
export const location = object({
  locationId: required(text()),
  locationIdType: required(oneOf('locationIdType')),
});

const address = object({
  unit: optional(text()),
  streetNumber: optional(text()),
  street: required(text()),
  suburb: optional(text()),
  city: required(text()),
  postcode: optional(text()),
  country: withDefault(text(), 'NZ'),
  formatted: optional(text()),
});

const hazard = object({ type: required(text()), description: required(note) });

const about = {
  siteId: optional(text()),
  name: optional(text()),
  areaType: optional(oneOf('areaType')),
  accessInstructions: optional(note),
  hazards: optional(list(hazard)),
  geoTag: optional(geoTag),
};

const locations = list(location, { atLeast: 1, distinctBy: ['locationId', 'locationIdType'] });

/** The site of a new task. Names of contacts are judged by the rules of creation. */
export const site = object({
  ...about,
  address: required(address),
  locations: required(locations),
  contacts: optional(list(contact)),
});

/** A change of a site: what is not named stays. */
export const siteChange = object({
  ...about,
  address: optional(address),
  locations: optional(locations),
  contacts: optional(list(namedContact)),
});

export type GeoTag = TypeOf<typeof geoTag>;
export type Location = TypeOf<typeof location>;
export type Site = TypeOf<typeof site>;
export type SiteChange = TypeOf<typeof siteChange>;
