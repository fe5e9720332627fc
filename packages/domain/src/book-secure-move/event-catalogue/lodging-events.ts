import { cancellationReasons } from '../enums';
import { at, date, defineEvent, requiredDate, requiredOneOf, text } from './builders';
import type { EventDefinition } from './definition';

/** Written when a lodging is created, changed or cancelled; no client posts them. */
export const lodgingEvents: readonly EventDefinition[] = [
  defineEvent('LodgingCreate', ['lodgings'], {
    details: requiredDate('start_date', 'end_date'),
    relationships: at(),
    postable: false,
  }),
  defineEvent('LodgingUpdate', ['lodgings'], {
    details: date('old_start_date', 'start_date', 'old_end_date', 'end_date'),
    relationships: [
      { name: 'old_location', type: 'locations', required: false },
      { name: 'location', type: 'locations', required: false },
    ],
    rules: ['new_values_with_old'],
    postable: false,
  }),
  defineEvent('LodgingCancel', ['lodgings'], {
    details: [
      ...requiredDate('start_date', 'end_date'),
      ...requiredOneOf('cancellation_reason', cancellationReasons),
      ...text('cancellation_reason_comment'),
    ],
    relationships: at(),
    postable: false,
  }),
];
