import type { Contract } from './contract';
import bookSecureMoveDocument from './generated/book-secure-move.json';
import { operations as bookSecureMoveOperations } from './generated/book-secure-move.operations';
import * as bookSecureMoveValidators from './generated/book-secure-move.validators';
import bookSecureMovePricingDocument from './generated/book-secure-move-pricing.json';
import { operations as bookSecureMovePricingOperations } from './generated/book-secure-move-pricing.operations';
import * as bookSecureMovePricingValidators from './generated/book-secure-move-pricing.validators';
import streetManagerLookupDocument from './generated/street-manager-lookup.json';
import { operations as streetManagerLookupOperations } from './generated/street-manager-lookup.operations';
import * as streetManagerLookupValidators from './generated/street-manager-lookup.validators';
import streetManagerExportDocument from './generated/street-manager-export.json';
import { operations as streetManagerExportOperations } from './generated/street-manager-export.operations';
import * as streetManagerExportValidators from './generated/street-manager-export.validators';
import streetManagerGeojsonDocument from './generated/street-manager-geojson.json';
import { operations as streetManagerGeojsonOperations } from './generated/street-manager-geojson.operations';
import * as streetManagerGeojsonValidators from './generated/street-manager-geojson.validators';
import streetManagerPartyDocument from './generated/street-manager-party.json';
import { operations as streetManagerPartyOperations } from './generated/street-manager-party.operations';
import * as streetManagerPartyValidators from './generated/street-manager-party.validators';
import streetManagerReportingDocument from './generated/street-manager-reporting.json';
import { operations as streetManagerReportingOperations } from './generated/street-manager-reporting.operations';
import * as streetManagerReportingValidators from './generated/street-manager-reporting.validators';
import streetManagerWorkDocument from './generated/street-manager-work.json';
import { operations as streetManagerWorkOperations } from './generated/street-manager-work.operations';
import * as streetManagerWorkValidators from './generated/street-manager-work.validators';
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
export type {
  components as BookSecureMovePricingComponents,
  paths as BookSecureMovePricingPaths,
} from './generated/book-secure-move-pricing';
export type {
  components as StreetManagerLookupComponents,
  paths as StreetManagerLookupPaths,
} from './generated/street-manager-lookup';
export type {
  components as StreetManagerGeojsonComponents,
  paths as StreetManagerGeojsonPaths,
} from './generated/street-manager-geojson';
export type {
  components as StreetManagerExportComponents,
  paths as StreetManagerExportPaths,
} from './generated/street-manager-export';
export type {
  components as StreetManagerPartyComponents,
  paths as StreetManagerPartyPaths,
} from './generated/street-manager-party';
export type {
  components as StreetManagerReportingComponents,
  paths as StreetManagerReportingPaths,
} from './generated/street-manager-reporting';
export type {
  components as StreetManagerWorkComponents,
  paths as StreetManagerWorkPaths,
} from './generated/street-manager-work';
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

/** What suppliers are paid, beside the API of moves. */
export const bookSecureMovePricing: Contract<typeof bookSecureMovePricingOperations> = {
  document: bookSecureMovePricingDocument,
  operations: bookSecureMovePricingOperations,
  get validators() {
    return bookSecureMovePricingValidators;
  },
};

/** Works, permits and what follows from them. */
export const streetManagerWork: Contract<typeof streetManagerWorkOperations> = {
  document: streetManagerWorkDocument,
  operations: streetManagerWorkOperations,
  get validators() {
    return streetManagerWorkValidators;
  },
};

/** Lists of what concerns an organisation, and what happened to it. */
export const streetManagerReporting: Contract<typeof streetManagerReportingOperations> = {
  document: streetManagerReportingDocument,
  operations: streetManagerReportingOperations,
  get validators() {
    return streetManagerReportingValidators;
  },
};

/** Organisations, workstreams, users and their tokens. */
export const streetManagerParty: Contract<typeof streetManagerPartyOperations> = {
  document: streetManagerPartyDocument,
  operations: streetManagerPartyOperations,
  get validators() {
    return streetManagerPartyValidators;
  },
};

/** Streets of the gazetteer. */
export const streetManagerLookup: Contract<typeof streetManagerLookupOperations> = {
  document: streetManagerLookupDocument,
  operations: streetManagerLookupOperations,
  get validators() {
    return streetManagerLookupValidators;
  },
};

/** What lies in a rectangle of the map. */
export const streetManagerGeojson: Contract<typeof streetManagerGeojsonOperations> = {
  document: streetManagerGeojsonDocument,
  operations: streetManagerGeojsonOperations,
  get validators() {
    return streetManagerGeojsonValidators;
  },
};

/** Lists as CSV files. */
export const streetManagerExport: Contract<typeof streetManagerExportOperations> = {
  document: streetManagerExportDocument,
  operations: streetManagerExportOperations,
  get validators() {
    return streetManagerExportValidators;
  },
};

/** The state of the service; each of its APIs has a contract of its own. */
export const streetManager: Contract<typeof streetManagerOperations> = {
  document: streetManagerDocument,
  operations: streetManagerOperations,
  get validators() {
    return streetManagerValidators;
  },
};

export const wrm: Contract<typeof wrmOperations> = {
  document: wrmDocument,
  operations: wrmOperations,
  get validators() {
    return wrmValidators;
  },
};
