import { mergeAdditionalInfos } from '../arrays';
import { checkFileOwnership } from '../files';
import { checkLocations } from '../task-rules';
import type { EffectsOf } from './effects';

/** What is told of a task: most of it takes the place of what was there. */
export const taskEffects: EffectsOf<
  | 'UpdateTaskSupplementaryReferencesEvent'
  | 'UpdateTaskSourceEvent'
  | 'UpdateTaskAssetsEvent'
  | 'UpdateTaskSiteEvent'
  | 'UpdateTaskFileAttachmentsEvent'
  | 'UpdateTaskAdditionalInfosEvent'
> = {
  UpdateTaskSupplementaryReferencesEvent: (task, { supplementaryReferences }) => ({
    task: { ...task, supplementaryReferences },
    faults: [],
  }),

  UpdateTaskSourceEvent: (task, { source }) => ({ task: { ...task, source }, faults: [] }),

  UpdateTaskAssetsEvent: (task, { assets }) => ({ task: { ...task, assets }, faults: [] }),

  UpdateTaskSiteEvent: (task, { site }) => ({
    task: { ...task, site: { ...task.site, ...site } },
    faults: site.locations ? checkLocations(site.locations, task.workType) : [],
  }),

  UpdateTaskFileAttachmentsEvent: (task, { fileAttachments }, { partyId }) => ({
    task: { ...task, fileAttachments },
    faults: checkFileOwnership(task.fileAttachments, fileAttachments, partyId, 'task.fileAttachments'),
  }),

  UpdateTaskAdditionalInfosEvent: (task, { additionalInfos }, { partyId, now, ids }) => ({
    task: {
      ...task,
      additionalInfos: mergeAdditionalInfos(task.additionalInfos, additionalInfos, { partyId, now, ids }),
    },
    faults: [],
  }),
};
