import type { Walkthrough } from '../walkthrough';
import { additionalInformation } from './additional-information';
import { assureBetweenAndBy } from './assure-between-and-by';
import { fileAttachments } from './file-attachments';
import { managingAppointments } from './managing-appointments';
import { rejectAndReallocate } from './reject-and-reallocate';
import { workRequestEndToEnd } from './work-request-end-to-end';

/** What the published page describes, in its order. */
export const wrmWalkthroughs: Walkthrough[] = [
  workRequestEndToEnd,
  rejectAndReallocate,
  additionalInformation,
  fileAttachments,
  managingAppointments,
  assureBetweenAndBy,
];
