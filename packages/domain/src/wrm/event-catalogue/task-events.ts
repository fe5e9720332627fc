import { additionalInfo, asset, fileAttachments, siteChange, source, supplementaryReference } from '../attributes';
import { list, object, required } from '../shape';
import { atAnyTime, define, id } from './definition';

/** What is known of a task, and what its parties tell each other. */
export const taskEvents = {
  UpdateTaskSupplementaryReferencesEvent: define(
    'UpdateTaskSupplementaryReferencesNotify',
    ['requestor', 'supplier'],
    object({ id, supplementaryReferences: required(list(supplementaryReference)) }),
    atAnyTime,
  ),
  UpdateTaskSourceEvent: define('UpdateTaskSourceNotify', ['requestor'], object({ id, source: required(source) })),
  UpdateTaskAssetsEvent: define(
    'UpdateTaskAssetsNotify',
    ['requestor', 'supplier'],
    object({ id, assets: required(list(asset)) }),
    atAnyTime,
  ),
  UpdateTaskSiteEvent: define('UpdateTaskSiteNotify', ['requestor'], object({ id, site: required(siteChange) })),
  UpdateTaskFileAttachmentsEvent: define(
    'UpdateTaskFileAttachmentsNotify',
    ['requestor', 'supplier'],
    object({ id, fileAttachments: required(fileAttachments) }),
    atAnyTime,
  ),
  UpdateTaskAdditionalInfosEvent: define(
    'UpdateTaskAdditionalInfosNotify',
    ['requestor', 'supplier'],
    object({ id, additionalInfos: required(list(additionalInfo, { atLeast: 1 })) }),
    atAnyTime,
  ),
};
