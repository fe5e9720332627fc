import { Conflict, DomainError, Forbidden, InvalidTransition, NotFound, refuse, RulesBroken } from './errors';
import { violation } from './violations';

describe('domain errors', () => {
  it.each([
    [new NotFound('move', 'm1'), 'not_found', 'move m1 was not found', { resource: 'move', id: 'm1' }],
    [new NotFound('move'), 'not_found', 'move (no id) was not found', { resource: 'move' }],
    [new Forbidden('not yours'), 'forbidden', 'not yours', { reason: 'not yours' }],
    [
      new InvalidTransition('journey', 'completed', 'start'),
      'invalid_transition',
      'journey: start is not possible from completed',
      { machine: 'journey', from: 'completed', event: 'start' },
    ],
    [new Conflict('taken', { by: 'm2' }), 'conflict', 'taken', { reason: 'taken', facts: { by: 'm2' } }],
    [new Conflict('taken'), 'conflict', 'taken', { facts: {} }],
  ])('%s carries its code and facts', (error, code, message, facts) => {
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code, message, ...facts });
  });
});

describe('refuse', () => {
  const blank = violation('date', 'blank', "can't be blank");
  const taken = violation('reference', 'taken', 'has already been taken');

  it('lets a clean list pass', () => {
    expect(() => refuse([])).not.toThrow();
  });

  it('throws every violation at once', () => {
    const broken = new RulesBroken([blank, taken]);
    expect(broken).toMatchObject({ code: 'rules_broken', violations: [blank, taken] });
    expect(() => refuse([blank, taken])).toThrow(broken);
    expect(broken.message).toBe("date can't be blank; reference has already been taken");
  });
});
