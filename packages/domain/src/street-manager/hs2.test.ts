import { hs2HighwayExemptions, workTypes } from './enums';
import { hs2Treatment, isUnderHs2Powers } from './hs2';
import type { Hs2Facts, Hs2Treatment } from './hs2';

const hs2 = '7374';

describe('hs2Treatment', () => {
  it.each<[string, Omit<Hs2Facts, 'promoterSwaCode'>, Hs2Treatment, boolean]>([
    ['street works in limits', { workType: 'planned', inActLimits: true, exemption: null }, 'consultation', true],
    ['immediate in limits', { workType: 'immediate', inActLimits: true, exemption: null }, 'consultation', true],
    ['street works outside', { workType: 'planned', inActLimits: false, exemption: null }, 'ordinary', false],
    ['street works, not said', { workType: 'planned', inActLimits: null, exemption: null }, 'ordinary', false],
    [
      'highway works in limits, no exemption',
      { workType: 'hs2_highway_works', inActLimits: true, exemption: 'none_applicable' },
      'consultation',
      true,
    ],
    ['highway works outside', { workType: 'hs2_highway_works', inActLimits: false, exemption: null }, 'consent', true],
  ])('%s', (_, facts, treatment, underPowers) => {
    expect(hs2Treatment({ promoterSwaCode: hs2, ...facts })).toBe(treatment);
    expect(isUnderHs2Powers({ promoterSwaCode: hs2, ...facts })).toBe(underPowers);
  });

  it.each(hs2HighwayExemptions.filter((exemption) => exemption !== 'none_applicable'))(
    'asks for consent to highway works in limits with the exemption %s',
    (exemption) => {
      const facts = { promoterSwaCode: hs2, workType: 'hs2_highway_works', inActLimits: true, exemption } as const;
      expect(hs2Treatment(facts)).toBe('consent');
    },
  );

  it.each(workTypes)('is ordinary for any other promoter: %s', (workType) => {
    const facts = { promoterSwaCode: '4312', workType, inActLimits: true, exemption: 'works_to_a_bridge' } as const;
    expect(hs2Treatment(facts)).toBe('ordinary');
    expect(isUnderHs2Powers(facts)).toBe(false);
  });
});
