import { flag, link, plain, text, time } from './json.mjs';

/** The columns that a move's document is made of. */
export const moveColumns = `m.id, m.additional_information, m.cancellation_reason, m.cancellation_reason_comment, m.created_at,
  m.date, m.date_from, m.date_to, m.move_agreed, m.move_agreed_by, m.move_type, m.reference, m.rejection_reason, m.status,
  m.time_due, m.updated_at, m.is_lockout, m.recall_date, m.section_forty_six, m.from_location_id, m.to_location_id,
  m.profile_id, m.prison_transfer_reason_id, m.supplier_id, m.allocation_id, m.original_move_id`;

export const attributes = (row) =>
  `{"additional_information":${text(row.additional_information)},"cancellation_reason":${plain(row.cancellation_reason)}` +
  `,"cancellation_reason_comment":${text(row.cancellation_reason_comment)},"created_at":${time(row.created_at)}` +
  `,"date":${plain(row.date)},"date_from":${plain(row.date_from)},"date_to":${plain(row.date_to)}` +
  `,"move_agreed":${flag(row.move_agreed)},"move_agreed_by":${text(row.move_agreed_by)}` +
  `,"move_type":${plain(row.move_type)},"reference":${plain(row.reference)}` +
  `,"rejection_reason":${plain(row.rejection_reason)},"status":${plain(row.status)},"time_due":${time(row.time_due)}` +
  `,"updated_at":${time(row.updated_at)},"is_lockout":${flag(row.is_lockout)},"recall_date":${plain(row.recall_date)}` +
  `,"prisoner_location_description":null,"section_forty_six":${flag(row.section_forty_six)}}`;

/** One move with nothing included. */
export const moveDocument = (row, hearings) =>
  `{"data":{"id":"${row.id}","type":"moves","attributes":${attributes(row)},"relationships":{` +
  `"from_location":${link('locations', row.from_location_id)}` +
  `,"prison_transfer_reason":${link('prison_transfer_reasons', row.prison_transfer_reason_id)}` +
  `,"profile":${link('profiles', row.profile_id)},"supplier":${link('suppliers', row.supplier_id)}` +
  `,"to_location":${link('locations', row.to_location_id)},"court_hearings":{"data":[${hearings}]}` +
  `,"allocation":${link('allocations', row.allocation_id)},"original_move":${link('moves', row.original_move_id)}}}}`;
