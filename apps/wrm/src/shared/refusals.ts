import type { CodedFault } from '@switchyard/domain/wrm';
import { fault, refuseFaults } from '@switchyard/domain/wrm';
import { Refusal } from '@switchyard/http';
import type { Config } from '../config';

/** Refuses to make a record a second time. */
export const refuseExisting = (object: string, attribute: string, value: string): void =>
  refuseFaults([fault('WRM-409-40', object, 'duplicate', [attribute], `There is a ${object} ${value} already.`)]);

/** A record that refers to something that does not exist, or does not suit. */
export const unsuitable = (object: string, attribute: string, message: string): CodedFault =>
  fault('WRM-422-40', object, 'reference', [attribute], message);

/** Refuses what a production service does not have, as if it did not exist. */
export function sandboxOnly({ profile }: Config): void {
  if (profile !== 'sandbox') throw new Refusal('unknown_route', 'no such path');
}
