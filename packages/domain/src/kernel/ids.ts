import { randomUUID } from 'node:crypto';

/** The only source of identifiers and of chance. */
export interface IdGenerator {
  /** A fresh UUID. */
  uuid(): string;
  /** A whole number, 0 <= n < below. */
  pick(below: number): number;
}

export const randomIds: IdGenerator = {
  uuid: randomUUID,
  pick: (below) => Math.floor(Math.random() * below),
};
