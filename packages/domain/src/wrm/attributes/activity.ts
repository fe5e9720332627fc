import type { Fault } from '../faults';
import { faultsWhen } from '../faults';
import type { ObjectRule } from '../shape';
import { among, dateTime, list, note, object, optional, reading, required, text } from '../shape';
import { enumerations } from '../enumerations';
import { newSchedule } from './schedule';
import { fileAttachments } from './records';
import { geoTag } from './site';

/** An activity of a task that is created, or that is added to one. */
export const newActivity = object({
  externalReference: required(text()),
  activityType: required(text()),
  note: optional(note),
  schedule: required(newSchedule),
  fileAttachments: optional(fileAttachments),
});

export const newActivities = list(newActivity, { atLeast: 1, distinctBy: ['externalReference'] });

/** What a supplier asks a requestor to add. */
export const requestedActivity = object({
  externalReference: optional(text()),
  activityType: required(text()),
  note: required(note),
  schedule: optional(newSchedule),
});

const states = { Open: enumerations.openState, Active: enumerations.activeState } as const;

/** What a supplier reports while the work is open or active. */
export const reportedStatus = object(
  {
    category: required(among('Open', 'Active')),
    state: required(among(...states.Open, ...states.Active)),
    note: optional(note),
    workSupplierDate: optional(dateTime),
    geoTag: optional(geoTag),
  },
  reading(['category', 'state'], stateFitsCategory),
  reading(['category', 'state', 'geoTag'], onSiteNeedsGeoTag),
);

/** How a supplier closes an activity. */
export const closingStatus = object({
  category: required(among('Closed')),
  state: required(among(...enumerations.closedState)),
  note: optional(note),
  workSupplierDate: optional(dateTime),
});

export const statusNote = object({ note: optional(note) });

function stateFitsCategory({ category, state }: Parameters<ObjectRule>[0], path: string): Fault[] {
  const fitting: readonly string[] = states[category as keyof typeof states];
  return faultsWhen(!fitting.includes(state as string), {
    object: path,
    reason: 'enum',
    message: `state must be one of ${fitting.join(', ')} when category is ${String(category)}.`,
    attributes: ['state'],
  });
}

function onSiteNeedsGeoTag(value: Parameters<ObjectRule>[0], path: string): Fault[] {
  return faultsWhen(value.category === 'Active' && value.state === 'OnSite' && value.geoTag === undefined, {
    object: path,
    reason: 'missing',
    message: 'geoTag is required when category is Active and state is OnSite.',
    attributes: ['geoTag'],
  });
}
