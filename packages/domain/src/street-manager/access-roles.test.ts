import fc from 'fast-check';
import { operationAccess } from './access-operations';
import { checkRole, exclusiveRoles, mayUseApi, rolesRefusal, seesInvoices, sideOf } from './access-roles';
import { roles } from './enums';
import type { Role } from './enums';
import { AccessRestricted } from './errors';

describe('rolesRefusal', () => {
  it.each<[Role[], boolean]>([
    [[], true],
    [['Planner', 'API'], true],
    [['Planner', 'Admin', 'UI'], true],
    [['Planner', 'StreetWorksAdmin', 'API'], true],
    [['Admin', 'StreetWorksAdmin'], true],
    [['HighwayAuthority', 'StreetWorksAdmin'], true],
    [['Planner', 'HighwayAuthority'], false],
    [['Contractor', 'DataExport'], false],
    [['UI', 'API'], false],
    [['Admin', 'API'], false],
    [['Contractor', 'StreetWorksAdmin'], false],
    [['StreetWorksAdmin'], false],
    [['StreetWorksAdmin', 'API'], false],
  ])('%j may go together: %s', (set, allowed) => {
    expect(rolesRefusal(set) === null).toBe(allowed);
  });

  it('refuses whatever holds two roles that exclude each other', () => {
    const pair = fc.constantFrom(...exclusiveRoles).chain((set) => fc.subarray([...set], { minLength: 2 }));
    fc.assert(
      fc.property(pair, fc.subarray([...roles]), (clash, others) => {
        expect(rolesRefusal([...others, ...clash])).not.toBeNull();
      }),
    );
  });
});

describe('sideOf', () => {
  it.each<[Role[], string | null]>([
    [['Planner', 'API'], 'promoter'],
    [['Contractor'], 'promoter'],
    [['HighwayAuthority', 'Admin'], 'authority'],
    [['Admin'], null],
    [['DataExport', 'API'], null],
  ])('%j is on the side %s', (set, side) => {
    expect(sideOf(set)).toBe(side);
  });
});

describe('checkRole', () => {
  const refused = (set: Role[], operation: string, open = false): boolean => {
    try {
      checkRole(set, operation, open);
      return false;
    } catch (error) {
      expect(error).toBeInstanceOf(AccessRestricted);
      return true;
    }
  };

  it.each<[Role[], string, boolean]>([
    [['Planner', 'API'], 'POST /works', true],
    [['Contractor', 'API'], 'POST /works', true],
    [['HighwayAuthority', 'API'], 'POST /works', false],
    [['DataExport', 'API'], 'POST /works', false],
    [['Planner', 'UI'], 'POST /works', false],
    [['Admin'], 'POST /works', false],
    [['Admin'], 'POST /files', true],
    [['Admin', 'Planner'], 'POST /works', true],
    [['Planner', 'API'], 'POST /activity', false],
    [['HighwayAuthority', 'API'], 'POST /activity', true],
    [['HighwayAuthority', 'API'], 'PUT /works/{workReferenceNumber}/permits/{permitReferenceNumber}/status', true],
    [['Contractor', 'API'], 'GET /sample-inspections', false],
    [['DataExport', 'API'], 'GET /activity-data', true],
    [['Contractor', 'API'], 'POST /organisations/{organisationReference}/workstreams', false],
    [['HighwayAuthority', 'API'], 'GET /organisations/{organisationReference}/workstreams', false],
  ])('%j for %s: %s', (set, operation, allowed) => {
    expect(refused(set, operation)).toBe(!allowed);
  });

  it('looks at the roles alone where the interface is open to all', () => {
    expect(refused(['Planner', 'UI'], 'POST /works', true)).toBe(false);
    expect(refused(['UI'], 'POST /works', true)).toBe(true);
  });

  it('lets the roles of the table in, and nobody else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(operationAccess)),
        fc.subarray([...roles]),
        ([operation, access], set) => {
          const allowed = mayUseApi(set, false) && set.some((role) => access.roles.includes(role));
          expect(refused(set, operation)).toBe(!allowed);
        },
      ),
    );
  });

  it('does not guess about an operation that nobody described', () => {
    expect(() => checkRole(['Admin'], 'DELETE /works')).toThrow('nobody is said to have access to DELETE /works');
  });
});

describe('the table of operations', () => {
  it('asks 66 of the Work API, 15 of Reporting, 8 of Party, 7 of the maps and 11 of Data Export', () => {
    expect(Object.keys(operationAccess)).toHaveLength(66 + 15 + 8 + 7 + 11);
  });

  it('gives authorities alone what the published table gives to them alone', () => {
    const theirs = Object.entries(operationAccess).filter(
      ([, { roles: allowed }]) => allowed.join() === 'HighwayAuthority',
    );
    expect(theirs).toHaveLength(20);
    expect(theirs.every(([, { member }]) => member)).toBe(true);
  });
});

describe('seesInvoices', () => {
  it('is for street works administrators', () => {
    expect(seesInvoices(['Planner', 'StreetWorksAdmin'])).toBe(true);
    expect(seesInvoices(['Planner', 'Admin'])).toBe(false);
  });
});
