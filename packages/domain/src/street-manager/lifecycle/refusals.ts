/** Sentences that more than one decision refuses with. The first two are known from the original service's clients. */
export const alreadyAssessed =
  'A highway authority officer can only grant/refuse permits that have not already been granted, refused, revoked or cancelled. Permit has no pending changes';
export const paaCannotBeAltered = 'A PAA can not be altered';

export const notGranted = 'A highway authority officer can only revoke permits with a status of granted';
