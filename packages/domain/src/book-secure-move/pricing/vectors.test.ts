import {
  bookOf,
  beforeStart,
  eventAt,
  lockout,
  lodging,
  moveOf,
  outcome,
  placeOf,
  priced,
  redirect,
} from './pricing.fixture';
import type { MoveFacts } from './facts';
import type { PaidCategory } from './category';

const toC = { to: placeOf('C') };

/** The published scenarios: the move, its category, and what must be paid in pence. */
const vectors: readonly [name: string, move: MoveFacts, category: PaidCategory, amount: number][] = [
  ['V1 one journey', moveOf(['A→B c$']), 'standard', 100_00],
  ['V2 several journeys, not redirected', moveOf(['A→B c$', 'B→C c$'], toC), 'multi', 130_00],
  [
    'V3 redirected before the start',
    moveOf(['A→B r$', 'A→C c$'], { ...toC, events: [redirect(beforeStart)] }),
    'standard',
    130_00,
  ],
  [
    'V4 redirected after the start, supplier not at fault',
    moveOf(['A→B x$', 'A→C c$'], { ...toC, events: [redirect()] }),
    'redirection',
    230_00,
  ],
  [
    'V5 redirected after the start, supplier at fault',
    moveOf(['A→B x0', 'A→C c$'], { ...toC, events: [redirect()] }),
    'multi',
    130_00,
  ],
  ['V6 nothing billable', moveOf(['A→B x0', 'A→C c0'], toC), 'multi', 0],
  [
    'V7 locked out and redirected, supplier not at fault',
    moveOf(['A→B x$', 'A→C c$'], { ...toC, events: [lockout, redirect()] }),
    'multi',
    230_00,
  ],
  [
    'V8 locked out and redirected, supplier at fault',
    moveOf(['A→B x0', 'A→C c$'], { ...toC, events: [lockout, redirect()] }),
    'multi',
    130_00,
  ],
  [
    "V9 locked out, lodged at the supplier's expense",
    moveOf(['A→B x$', 'A→L c0', 'L→B c0'], { events: [lockout] }),
    'multi',
    100_00,
  ],
  [
    'V10 locked out, not redirected, lodged at C',
    moveOf(['A→B x$', 'A→C c$', 'C→B c$'], { events: [lockout] }),
    'lockout',
    280_00,
  ],
  ['V11 a planned night at C', moveOf(['A→C c$', 'C→B c$'], { events: lodging() }), 'long_haul', 180_00],
  [
    'V12 redirected before arrival, second leg from B',
    moveOf(['A→B x$', 'B→C c$'], { ...toC, events: [redirect()] }),
    'redirection',
    145_00,
  ],
  [
    "V13 locked out after a late arrival, extra leg at the supplier's cost",
    moveOf(['A→B c$', 'B→C c0'], { events: [lockout] }),
    'multi',
    100_00,
  ],
  ['V14 unmarked after its completion', moveOf(['A→B c0']), 'multi', 0],
];

describe('the published scenarios', () => {
  it.each(vectors)('%s', (_, move, category, amount) => {
    expect(outcome(move)).toEqual([category, amount]);
  });

  it('V2 with the sum of journeys', () => {
    expect(outcome(moveOf(['A→B c$', 'B→C c$'], toC), bookOf(), 'journey_sum')).toEqual(['multi', 145_00]);
  });

  it('V2 lists its journeys at nothing and the way from end to end at its price', () => {
    const { basis, legs, instead } = priced(moveOf(['A→B c$', 'B→C c$'], toC));
    expect(basis).toBe('end_to_end');
    expect(legs.map(({ amount }) => amount)).toEqual([0, 0]);
    expect(instead).toMatchObject({ from: placeOf('A'), to: placeOf('C'), amount: 130_00, effectiveYear: 2021 });
  });

  it('V2 knows the order of journeys that were given one time', () => {
    const move = moveOf(['A→B c$', 'B→C c$'], toC);
    const [first, second] = move.journeys.map((journey) => ({ ...journey, clientTimestamp: new Date(0) }));
    const turned = [
      { ...second!, id: 'a' },
      { ...first!, id: 'b' },
    ];
    expect(outcome({ ...move, journeys: turned })).toEqual(['multi', 130_00]);
  });

  it('V9 does not look at a lodging of the journey', () => {
    const move = moveOf(['A→B x$', 'A→L c0', 'L→B c0'], {
      events: [lockout, eventAt('MoveLodgingStart', beforeStart)],
    });
    expect(outcome(move)).toEqual(['multi', 100_00]);
  });
});
