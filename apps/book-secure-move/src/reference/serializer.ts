import type { Resource } from '@switchyard/http';
import { wireTime } from '../shared/wire-time';
import type { CodedValue } from './reference-data';

export const presentTransferReason = ({ id, title, key, disabledAt }: CodedValue): Resource => ({
  type: 'prison_transfer_reasons',
  id,
  attributes: { title, key, disabled_at: wireTime(disabledAt) },
});
