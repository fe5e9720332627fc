import type { OrganisationType } from '@switchyard/domain/street-manager';

const organisation = (reference: string, name: string, prefix: string, type: OrganisationType, more: object = {}) => ({
  reference,
  name,
  prefix,
  type,
  status: 'active',
  is_hs2: false,
  address_line_one: 'Civic Yard',
  address_line_two: null,
  locality: null,
  town: 'Ellerdale',
  postcode: 'ED1 1AA',
  email: null,
  phone_number: '01632960100',
  ...more,
});

export const organisations = [
  organisation('4312', 'Northbeck Water', 'NB', 'PROMOTER', { address_line_one: 'Pump House' }),
  organisation('4313', 'Southgate Gas', 'SG', 'PROMOTER', { phone_number: '01632960110' }),
  organisation('7374', 'Northern Line Builders', 'HS', 'PROMOTER', { is_hs2: true, phone_number: '01632960120' }),
  organisation('2845', 'Ellerdale Council', 'ED', 'HA'),
  organisation('2846', 'Marshfield Council', 'MF', 'HA', { town: 'Marshfield', postcode: 'MF1 1AA' }),
  organisation('9107', 'Copperline Civils', 'CC', 'CONTRACTOR', { phone_number: '01632960130' }),
];

const workstream = (organisation_reference: string, prefix: string, name: string) => ({
  organisation_reference,
  prefix,
  name,
  description: null,
  contact_name: null,
  contact_number: null,
  contact_email: null,
  status: 'active',
});

/** Every organisation has the default workstream, which holds records without permits. */
export const workstreams = [
  ...organisations.map(({ reference }) => workstream(reference, '000', 'Default')),
  workstream('4312', '001', 'Mains'),
  workstream('4312', '002', 'Services'),
  workstream('4313', '001', 'Distribution'),
  workstream('7374', '001', 'Main works'),
];

export const contracts = [{ promoter: '4312', contractor: '9107' }];
