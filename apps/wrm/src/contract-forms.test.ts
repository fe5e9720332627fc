import { wrm } from '@switchyard/contracts';
import * as domain from '@switchyard/domain/wrm';
import type { EventType, Shape } from '@switchyard/domain/wrm';
import { formDifferences } from './testing/form-differences';

interface Components {
  schemas: Record<string, unknown>;
  examples: Record<string, { value: Record<string, unknown> }>;
}
const { schemas, examples } = wrm.document.components as unknown as Components;

/** The schemas of bodies and of their larger parts, each with the form that reads it. */
const forms: Record<string, Shape<unknown>> = {
  AllocationRules: domain.allocationRuleList,
  ActivityTypeChange: domain.activityTypeChange,
  AssureConfirmation: domain.assureConfirmation,
  BulkRedelivery: domain.bulkRedelivery,
  CampaignChange: domain.campaignChange,
  CapacityScheduleChange: domain.capacityScheduleChange,
  ClientChange: domain.clientChange,
  FaultInjection: domain.faultInjection,
  FulfilConfirmation: domain.fulfilConfirmation,
  NewAdditionalInfo: domain.additionalInfo,
  NewCampaign: domain.newCampaign,
  NewCapacitySchedule: domain.newCapacitySchedule,
  NewClient: domain.newClient,
  NewParty: domain.newParty,
  NewSubscriber: domain.newSubscriber,
  NewTimeslots: domain.timeslotList,
  PartyChange: domain.partyChange,
  ReservationRequest: domain.reservation,
  Rescheduling: domain.rescheduling,
  SecretRotation: domain.secretRotation,
  Simulation: domain.simulation,
  SubscriberChange: domain.subscriberChange,
  CreateTaskTrigger: domain.triggerShapes.CreateTask,
  ReallocateTrigger: domain.triggerShapes.Reallocate,
  TaskTrigger: domain.triggerShapes.Cancel,
  AddActivityTrigger: domain.triggerShapes.AddActivity,
  RequestCancelActivityTrigger: domain.triggerShapes.RequestCancelActivity,
  RescheduleByRequestorTrigger: domain.triggerShapes.RescheduleByRequestor,
};

/** Lists that the contract spells out where they are used. */
const withinOthers = ['openState', 'activeState', 'closedState', 'appointmentType'];

const posterOf = (type: EventType): domain.PartyRole => (domain.mayPost('requestor', type) ? 'requestor' : 'supplier');

describe('the contract', () => {
  test.each(Object.keys(forms))('says of %s what its form reads', (name) => {
    expect(formDifferences(wrm.document, schemas[name], forms[name]!.form, name)).toEqual([]);
  });

  test.each(domain.eventTypes)('says of %s what its form reads, and shows one that is accepted', (type) => {
    const { form } = domain.eventShape(type, posterOf(type));
    expect(formDifferences(wrm.document, schemas[type], form, type)).toEqual([]);
    expect(domain.readEvent(examples[type]!.value, posterOf(type)).notificationType).toBe(type);
  });

  it('names the values that the rules know', () => {
    const known = { ...domain.enumerations, eventType: domain.eventTypes, reason: domain.reasons };
    for (const [name, values] of Object.entries(known)) {
      const schema = name === 'taskStatus' ? 'TaskStatusName' : name.charAt(0).toUpperCase() + name.slice(1);
      if (withinOthers.includes(name)) continue;
      expect([schema, schemas[schema]]).toEqual([schema, expect.objectContaining({ enum: [...values] })]);
    }
    expect(schemas.ResponseCode).toMatchObject({ enum: Object.values(domain.responseCodes) });
  });
});
