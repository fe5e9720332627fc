import type { Asd, PermitASDRequest } from '@switchyard/domain/street-manager';
import { dateTimeOf, withCodeNames } from '@switchyard/domain/street-manager';
import { londonDay } from '../shared/london';
import { wireDate, withoutNulls } from '../shared/wire';
import type { Designation } from '../streets/gazetteer';

/** A designation as a client sends it. */
export const asdOfRequest = (asd: PermitASDRequest): Asd => ({
  code: asd.street_special_desig_code!,
  locationText: asd.special_desig_location_text ?? null,
  description: asd.special_desig_description ?? null,
  startDate: asd.special_desig_start_date ? londonDay(new Date(asd.special_desig_start_date)) : null,
  endDate: asd.special_desig_end_date ? londonDay(new Date(asd.special_desig_end_date)) : null,
  startTime: asd.special_desig_start_time ?? null,
  endTime: asd.special_desig_end_time ?? null,
  periodicityCode: asd.special_desig_periodicity_code ?? null,
});

/** A designation as the gazetteer holds it. */
export const asdOfStreet = (designation: Designation): Asd => asdOfRequest(designation);

/** A designation in the words of the wire; members without a value are left out. */
export const asdMembers = (asd: Asd): PermitASDRequest =>
  withoutNulls({
    special_desig_location_text: asd.locationText,
    special_desig_description: asd.description,
    special_desig_start_date: asd.startDate && wireDate(dateTimeOf(asd.startDate)),
    special_desig_start_time: asd.startTime,
    special_desig_end_date: asd.endDate && wireDate(dateTimeOf(asd.endDate)),
    special_desig_end_time: asd.endTime,
    street_special_desig_code: asd.code,
    special_desig_periodicity_code: asd.periodicityCode,
  }) as PermitASDRequest;

/** A designation as a permit shows it. */
export const asdResponse = (asd: Asd): object => withCodeNames(asdMembers(asd));
