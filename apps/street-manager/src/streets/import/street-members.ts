import { asdCodes, asdPeriodicityCodes, isUsrn, usrnBounds } from '@switchyard/domain/street-manager';
import type { Member, Members } from './members';
import { oneOf, text, whole } from './members';

const required = (member: Pick<Member, 'holds' | 'words'>): Member => member;
const optional = (member: Pick<Member, 'holds' | 'words'>, otherwise: unknown): Member => ({ ...member, otherwise });

const filledText = (longest: number): Pick<Member, 'holds' | 'words'> => ({
  holds: (value) => text(longest).holds(value) && (value as string).trim() !== '',
  words: `a text of 1 to ${longest} characters`,
});

const date: Pick<Member, 'holds' | 'words'> = {
  holds: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value) && !Number.isNaN(Date.parse(value)),
  words: 'an ISO 8601 date',
};

/** Hours and minutes as one number, 730 for half past seven. */
const timeOfDay = whole(0, 2_400);
const truth: Pick<Member, 'holds' | 'words'> = { holds: (value) => typeof value === 'boolean', words: 'true or false' };
const list: Pick<Member, 'holds' | 'words'> = { holds: Array.isArray, words: 'a list' };

/** The last code of the published list of reinstatement types that streets can have, though works cannot be on all. */
const LAST_CODE = 12;

/** The properties of a street. */
export const streetMembers: Members = {
  usrn: required({ holds: isUsrn, words: `a whole number from ${usrnBounds.first} to ${usrnBounds.last}` }),
  street_descriptor: required(filledText(100)),
  locality: optional(text(100), ''),
  town: optional(text(100), ''),
  area: optional(text(100), ''),
  authority: optional(text(100), ''),
  authority_swa_code: required(filledText(4)),
  state: optional(oneOf([1, 2, 4, 5]), 2),
  street_status: optional(whole(1, 5), 1),
  road_category: required(whole(0, LAST_CODE)),
  reinstatement_types: optional(list, []),
  designations: optional(list, []),
};

export const reinstatementTypeMembers: Members = {
  reinstatement_type_code: required(whole(0, LAST_CODE)),
  reinstatement_type_location_text: optional(text(255), null),
};

/** The special designations of a street; their geometry is any that GeoJSON knows. */
export const designationMembers: Members = {
  street_special_desig_code: required(oneOf(asdCodes)),
  special_desig_location_text: optional(text(255), null),
  special_desig_description: optional(text(300), null),
  special_desig_start_date: optional(date, null),
  special_desig_end_date: optional(date, null),
  special_desig_start_time: optional(timeOfDay, null),
  special_desig_end_time: optional(timeOfDay, null),
  special_desig_periodicity_code: optional(oneOf(asdPeriodicityCodes), null),
  whole_road: optional(truth, null),
  asd_coordinate_geometry: optional({ holds: (value) => typeof value === 'object', words: 'a geometry' }, null),
};
