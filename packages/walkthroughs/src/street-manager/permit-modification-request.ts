import type { Walkthrough } from '../walkthrough';
import { sequencing } from './document';
import { modificationRequestSequence } from './modification-request-sequence';

export const permitModificationRequest: Walkthrough = {
  name: 'permit-modification-request',
  title: 'Permit modification request, assessed by …/status as the page prints it',
  document: sequencing,
  play: (api) => modificationRequestSequence(api, 'status'),
};
