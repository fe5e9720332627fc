/** When the first edition of the reference data came into force: an instant in UTC. */
export const introduced = '2019-06-01T00:00:00Z';

/** When the entries that are no longer offered were withdrawn: an instant in UTC. */
export const withdrawn = '2020-02-01T00:00:00Z';
