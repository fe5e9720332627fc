import { withStrings } from '@switchyard/domain/street-manager';
import type { Directory, Organisation, Workstream } from './directory';

/** An organisation in a list, or as another one's partner. */
export const organisationSummary = ({ name, reference, status }: Organisation): object =>
  withStrings({ name: name.toUpperCase(), organisation_reference: reference, organisation_status: status }, [
    'organisation_status',
  ]);

export const organisationResponse = (organisation: Organisation, directory: Directory): object =>
  withStrings(
    {
      name: organisation.name.toUpperCase(),
      organisation_reference: organisation.reference,
      organisation_status: organisation.status,
      address_line_one: organisation.address_line_one,
      address_line_two: organisation.address_line_two,
      locality: organisation.locality,
      town: organisation.town,
      postcode: organisation.postcode,
      email: organisation.email,
      phone_number: organisation.phone_number,
      prefix: organisation.prefix,
      organisation_type: organisation.type,
      contractors: directory
        .contractorsOf(organisation.reference)
        .map((each) => organisationSummary(directory.get(each))),
      is_hs2_applicable: organisation.is_hs2,
    },
    ['organisation_status', 'organisation_type'],
  );

export const workstreamResponse = (workstream: Workstream): object => withStrings({ ...workstream }, ['status']);
