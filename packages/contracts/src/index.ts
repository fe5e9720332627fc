import type { Contract } from './contract';
import bookSecureMoveDocument from './generated/book-secure-move.json';
import { operations as bookSecureMoveOperations } from './generated/book-secure-move.operations';
import * as bookSecureMoveValidators from './generated/book-secure-move.validators';
import streetManagerDocument from './generated/street-manager.json';
import { operations as streetManagerOperations } from './generated/street-manager.operations';
import * as streetManagerValidators from './generated/street-manager.validators';
import wrmDocument from './generated/wrm.json';
import { operations as wrmOperations } from './generated/wrm.operations';
import * as wrmValidators from './generated/wrm.validators';

export type { Contract, OpenApiDocument, Validators } from './contract';
export type { Operation } from './operation';
export type {
  components as BookSecureMoveComponents,
  paths as BookSecureMovePaths,
} from './generated/book-secure-move';
export type { components as StreetManagerComponents, paths as StreetManagerPaths } from './generated/street-manager';
export type { components as WrmComponents, paths as WrmPaths } from './generated/wrm';

export const bookSecureMove: Contract<typeof bookSecureMoveOperations> = {
  document: bookSecureMoveDocument,
  operations: bookSecureMoveOperations,
  // A getter: the validators are read by those who validate and loaded then.
  get validators() {
    return bookSecureMoveValidators;
  },
};

/** For now the state of the service alone. */
export const streetManager: Contract<typeof streetManagerOperations> = {
  document: streetManagerDocument,
  operations: streetManagerOperations,
  get validators() {
    return streetManagerValidators;
  },
};

/** For now the state of the service alone. */
export const wrm: Contract<typeof wrmOperations> = {
  document: wrmDocument,
  operations: wrmOperations,
  get validators() {
    return wrmValidators;
  },
};
