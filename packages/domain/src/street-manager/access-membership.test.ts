import fc from 'fast-check';
import {
  actsFor,
  chooseWorkstream,
  creationRefusal,
  isMember,
  levelIn,
  readRefusal,
  writeRefusal,
} from './access-membership';
import type { AccessSubject, RecordParties } from './access-membership';

const record: RecordParties = { promoter: '4312', authority: '2845', workstream: '001' };

const full = (prefix: string, organisation = '4312') => ({ organisation, prefix, level: 'full_write' }) as const;
const read = (prefix: string) => ({ organisation: '4312', prefix, level: 'read_only' }) as const;

const subject = (over: Partial<AccessSubject>): AccessSubject => ({
  organisation: '4312',
  roles: ['Planner', 'API'],
  workstreams: [],
  contractedBy: [],
  ...over,
});

const planner = subject({ workstreams: [full('001')] });
const reader = subject({ workstreams: [read('001')] });
const outsider = subject({ workstreams: [full('002')] });
const stranger = subject({ organisation: '9999', workstreams: [full('001', '9999')] });
const contractor = subject({
  organisation: 'CONT',
  roles: ['Contractor', 'API'],
  contractedBy: ['4312'],
  workstreams: [full('001')],
});
const former = subject({ ...contractor, contractedBy: [] });
const authority = subject({ organisation: '2845', roles: ['HighwayAuthority', 'API'] });
const neighbour = subject({ organisation: '2846', roles: ['HighwayAuthority', 'API'] });
const promoterOfAuthority = subject({ organisation: '2845', roles: ['Planner', 'API'] });
const exporter = subject({ roles: ['DataExport', 'API'] });

describe('access to a record', () => {
  it.each<[string, AccessSubject, { member: boolean; writes: boolean; reads: boolean }]>([
    ['a planner with full write', planner, { member: true, writes: true, reads: true }],
    ['a planner who may only read', reader, { member: true, writes: false, reads: true }],
    ['a planner of another workstream', outsider, { member: true, writes: false, reads: false }],
    ['a planner of another organisation', stranger, { member: false, writes: false, reads: false }],
    ['a contractor with a contract', contractor, { member: true, writes: true, reads: true }],
    ['a contractor without one', former, { member: false, writes: false, reads: false }],
    ['the authority', authority, { member: true, writes: true, reads: true }],
    ['another authority', neighbour, { member: false, writes: false, reads: false }],
    ['a planner of the authority', promoterOfAuthority, { member: false, writes: false, reads: false }],
    ['a user on neither side', exporter, { member: false, writes: false, reads: false }],
  ])('%s', (_, caller, { member, writes, reads }) => {
    expect(isMember(caller, record)).toBe(member);
    expect(writeRefusal(caller, record) === null).toBe(writes);
    expect(readRefusal(caller, record, 'work') === null).toBe(reads);
    expect(readRefusal(caller, record, 'details')).toBeNull();
  });

  it('never lets anyone write what they may not read', () => {
    const code = fc.constantFrom('4312', '2845', '9999');
    const prefix = fc.constantFrom('000', '001', '002');
    const caller = fc.record({
      organisation: code,
      roles: fc.subarray(['Planner', 'Contractor', 'HighwayAuthority', 'Admin'] as const),
      workstreams: fc.array(
        fc.record({ organisation: code, prefix, level: fc.constantFrom('full_write', 'read_only' as const) }),
      ),
      contractedBy: fc.subarray(['4312', '2845']),
    });
    fc.assert(
      fc.property(caller, fc.record({ promoter: code, authority: code, workstream: prefix }), (who, what) => {
        const writes = writeRefusal(who, what) === null;
        expect(writes && readRefusal(who, what, 'work') !== null).toBe(false);
        expect(writes && !isMember(who, what)).toBe(false);
      }),
    );
  });
});

describe('acting for a promoter', () => {
  it.each<[string, AccessSubject, string, boolean]>([
    ['a planner for its own organisation', planner, '4312', true],
    ['a planner for another', planner, '9999', false],
    ['a contractor for who contracted it', contractor, '4312', true],
    ['a contractor for its own organisation', contractor, 'CONT', false],
  ])('%s', (_, caller, promoter, acts) => {
    expect(actsFor(caller, promoter)).toBe(acts);
  });

  it('gives no level in a workstream without acting', () => {
    expect(levelIn(former, '4312', '001')).toBeNull();
    expect(levelIn(contractor, '4312', '001')).toBe('full_write');
  });
});

describe('creationRefusal', () => {
  it.each<[string, AccessSubject, string | null]>([
    ['a planner naming its own organisation', planner, null],
    ['a planner naming another', stranger, 'the promoter is another organisation'],
    ['an authority naming itself', authority, null],
    ['an authority naming another', neighbour, 'the highway authority is another organisation'],
    ['a user on neither side', exporter, 'the user is neither a promoter nor an authority'],
  ])('%s', (_, caller, reason) => {
    expect(creationRefusal(caller, record)).toBe(reason);
  });
});

describe('chooseWorkstream', () => {
  const active = ['003', '000', '001', '002'];
  const of = (...prefixes: string[]): AccessSubject => subject({ workstreams: prefixes.map((prefix) => full(prefix)) });

  it.each<[string, AccessSubject, string | undefined, string | null]>([
    ['the lowest with full write', of('003', '002'), undefined, '002'],
    ['none without full write', subject({ workstreams: [read('001')] }), undefined, null],
    ['never the default one', of('000'), undefined, null],
    ['the one asked for', of('002', '003'), '003', '003'],
    ['not one asked for without access', of('002'), '003', null],
    ['not one asked for that is not active', of('009'), '009', null],
  ])('%s', (_, caller, requested, chosen) => {
    expect(chooseWorkstream(caller, '4312', active, requested)).toBe(chosen);
  });
});
