import type { EarlyStartJudgement } from '../early-start';
import type { AlterationRequest } from './alteration';
import { notContent } from './alteration-changes';
import type { CurrentContent } from './alteration-changes';

const earlyStartMembers = [
  'early_start_pre_approval',
  'pre_approval_details',
  'pre_approval_authoriser',
  'early_start_reason',
] as const satisfies readonly (keyof AlterationRequest)[];

/**
 * The content of a permit with a promoter's alteration. Every value is sent again, so what is left out is gone; but the
 * place stays unless another is sent, and the answers about an early start go by what becomes of that.
 */
export function alteredContent(
  request: AlterationRequest,
  current: CurrentContent,
  answers: EarlyStartJudgement['answers'],
): CurrentContent {
  const notSent: readonly string[] = [...notContent, 'file_ids', ...earlyStartMembers];
  const sent = Object.entries(request).filter(([member]) => !notSent.includes(member));
  return {
    ...(Object.fromEntries(sent) as CurrentContent),
    works_coordinates: request.works_coordinates ?? current.works_coordinates,
    ...(answers === 'asked' && earlyStartOf(request)),
    ...(answers === 'kept' && earlyStartOf(current)),
  };
}

/** The content of a permit with the change that an authority imposes: its conditions, and nothing else. */
export function imposedContent(request: AlterationRequest, current: CurrentContent): CurrentContent {
  return { ...current, permit_conditions: request.permit_conditions ?? current.permit_conditions };
}

function earlyStartOf(content: CurrentContent): CurrentContent {
  const given = earlyStartMembers.filter((member) => content[member] !== undefined && content[member] !== null);
  return Object.fromEntries(given.map((member) => [member, content[member]]));
}
