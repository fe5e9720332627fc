import fc from 'fast-check';
import { allocatedSupplier } from './allocation-rules';
import { mergeAdditionalInfos, upsertOutcomes } from './arrays';
import type { FileAttachment } from './attributes';
import { canonicalJson } from './canonical-json';
import { parseDateTime } from './date-time';
import { checkFileOwnership } from './files';
import { checkLink, checkSubscriber } from './posting-checks';
import { activityIdOf, bookingIdOf, namesAnotherTask, taskIdOf } from './references';
import { responseCodes, statusOf } from './response-codes';
import { isSecretLength, wants } from './subscriber';
import { challengeUrl, normalisedUrl } from './webhook-url';

describe('ids', () => {
  it('are numbers with their names in front', () => {
    expect([taskIdOf(101), activityIdOf(taskIdOf(101), 1), bookingIdOf(42)]).toEqual([
      'WRM-0000000101',
      'WRM-0000000101-01',
      'BKG-0000000042',
    ]);
  });

  test.each([
    ['Same visit as WRM-0000000099', true],
    ['Same as (WRM-0000000099).', true],
    ['Same visit as WRM-0000000101', false],
    ['See WRM-99', false],
    ['The activity WRM-0000000099-01', false],
    ['', false],
  ])('are found in "%s": %s', (text, expected) => {
    expect(namesAnotherTask(text, 'WRM-0000000101')).toBe(expected);
  });
});

describe('files', () => {
  const file = (fileName: string, owner: string, fileSize = 1): FileAttachment => ({
    fileName,
    owner,
    mediaType: 'pdf',
    fileSize,
    fileAttachmentUri: 'https://files.example/f',
  });
  const kept = [file('plan.pdf', 'NETCO'), file('photo.jpg', 'FIELDWORKS')];

  test.each([
    ['the same again', kept, []],
    ['one of its own changed', [kept[0]!, file('photo.jpg', 'FIELDWORKS', 2)], []],
    ['one of its own removed', [kept[0]!], []],
    ['another of its own', [...kept, file('new.pdf', 'FIELDWORKS')], []],
    ['a foreign one removed', [kept[1]!], ['plan.pdf']],
    ['a foreign one changed', [file('plan.pdf', 'NETCO', 2), kept[1]!], ['plan.pdf']],
    ['another in the name of the other', [...kept, file('new.pdf', 'NETCO')], ['new.pdf']],
  ] as const)('of two owners: %s', (_, sent, foreign) => {
    const faults = checkFileOwnership(kept, sent, 'FIELDWORKS', 'task.fileAttachments');
    expect(faults.flatMap(({ attributes }) => attributes)).toEqual(foreign);
  });
});

describe('lists that grow', () => {
  it('replace an outcome of the same type and key, in its place', () => {
    const one = { type: 'Install', key: 'serial', value: '1' };
    const other = { type: 'Install', key: 'power', value: '-17' };
    expect(upsertOutcomes([one, other], [{ ...one, value: '2' }])).toEqual([{ ...one, value: '2' }, other]);
  });

  it('replace details and contact of the same information, and keep when it came', () => {
    const ids = { uuid: () => 'fresh', pick: () => 0 };
    const said = { interactionType: 'Request', information: 'Gate?', createdBy: 'Desk' };
    const first = mergeAdditionalInfos([], [said], { partyId: 'A', now: 'then', ids });
    const again = { ...said, interactionId: 'fresh', additionalInfoDetail: [{ key: 'urgency', value: 'high' }] };
    expect(mergeAdditionalInfos(first, [again, said], { partyId: 'A', now: 'now', ids })).toMatchObject([
      { interactionId: 'fresh', createdDateTime: 'then', additionalInfoDetail: again.additionalInfoDetail },
      { interactionId: 'fresh', createdDateTime: 'now' },
    ]);
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  it('tells values apart, and writes numbers in one way', () => {
    expect(canonicalJson(JSON.parse('{"a":1.0,"b":[2e1,-0]}'))).toBe('{"a":1,"b":[20,0]}');
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
  });
});

describe('allocatedSupplier', () => {
  const rules = [
    { workType: 'REMO', workDivision: 'North', supplierId: 'A' },
    { workType: 'REMO', areaType: 'Rural', supplierId: 'B' },
    { workType: 'FibreConnect', supplierId: 'C' },
  ] as const;
  test.each([
    [{ workType: 'REMO', workDivision: 'North', areaType: 'Rural' }, 'A'],
    [{ workType: 'REMO', areaType: 'Rural' }, 'B'],
    [{ workType: 'REMO', areaType: 'Urban' }, undefined],
    [{ workType: 'FibreConnect', areaType: 'Urban' }, 'C'],
  ] as const)('%j goes to %s', (facts, expected) => {
    expect(allocatedSupplier(rules, facts)).toBe(expected);
  });
});

describe('an event', () => {
  test.each([
    ['its own subscription', { partyId: 'NETCO', isLive: true }, 0],
    ['a deleted one', { partyId: 'NETCO', isLive: false }, 1],
    ['that of another', { partyId: 'FIELDWORKS', isLive: true }, 1],
    ['none', undefined, 1],
  ])('that names %s', (_, named, faults) => {
    expect(checkSubscriber(named, 'NETCO')).toHaveLength(faults);
  });

  test.each([
    ['AcceptTaskEvent', true, true, [0, 0]],
    ['AcceptTaskEvent', false, false, [0, 1]],
    ['AcceptTaskEvent', false, true, [1, 0]],
    ['CreateTaskEvent', false, true, [0, 0]],
  ] as const)('%s with a link that is known (%s), strictly (%s)', (type, known, strict, expected) => {
    const { faults, warnings } = checkLink(type, known, strict);
    expect([faults.length, warnings.length]).toEqual(expected);
  });
});

describe('parseDateTime', () => {
  test.each([
    ['2026-02-04T19:00:00Z', '2026-02-04T19:00:00.000Z'],
    ['2026-02-05t08:00:00.1239+13:00', '2026-02-04T19:00:00.123Z'],
    ['2026-02-04T19:00:00', undefined],
    ['2026-02-04 19:00:00Z', undefined],
    ['2026-02-29T00:00:00Z', undefined],
    ['2026-02-04T24:00:00Z', undefined],
    ['0001-01-01T00:00:00+14:00', '0000-12-31T10:00:00.000Z'],
    ['9999-12-31T23:59:59-14:00', undefined],
  ])('%s is %s', (text, expected) => {
    expect(parseDateTime(text)).toBe(expected);
  });
});

describe('response codes', () => {
  it('each have the status that they are published with', () => {
    expect(
      Object.values(responseCodes)
        .filter((code) => !/^WRM/.test(code))
        .map((code) => [code, statusOf(code)]),
    ).toEqual([
      ['401-86', 401],
      ['01013', 409],
      ['01014', 422],
      ['01015', 422],
      ['01016', 422],
      ['01017', 422],
      ['01018', 422],
      ['010120', 422],
      ['X1668', 422],
      ['429-89', 429],
    ]);
    expect([statusOf('WRM-403-03'), statusOf('WRM-503-01')]).toEqual([403, 503]);
  });
});

describe('a webhook', () => {
  it('is challenged behind its own query', () => {
    expect(challengeUrl('https://h.example/w?a=1', 'abc', '123')).toBe(
      'https://h.example/w?a=1&challenge=abc&subscriberId=123',
    );
    expect(challengeUrl('https://h.example/w', 'abc', '123')).toBe(
      'https://h.example/w?challenge=abc&subscriberId=123',
    );
    expect(normalisedUrl('HTTPS://H.example:443/w')).toBe('https://h.example/w');
  });

  it('gets what it asked for, and a ping always', () => {
    expect(wants([], 'CreateTaskNotify')).toBe(true);
    expect([wants(['AcceptTaskNotify'], 'CreateTaskNotify'), wants(['AcceptTaskNotify'], 'PingNotify')]).toEqual([
      false,
      true,
    ]);
  });

  it('has a secret of 24 to 199 bytes', () => {
    expect(
      ['x'.repeat(23), 'x'.repeat(24), 'ā'.repeat(12), 'x'.repeat(199), 'x'.repeat(200)].map(isSecretLength),
    ).toEqual([false, true, true, true, false]);
  });
});
