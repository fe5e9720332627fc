import type { Violation } from '@switchyard/domain';
import type { FPNStatusRequest, FpnAnswer } from '@switchyard/domain/street-manager';
import { actorRefusal, changeFpn, checkFPNStatus, refuseAccess, sideOf } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import { recordEvents } from '../history/record';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import { findNotice } from './repository';
import { notices } from './row';

interface Named {
  workReferenceNumber: string;
  fpnReferenceNumber: string;
}

/** The rules for a further status. Throws AccessRestricted first for one that is the other side's to set. */
export function rulesForStatus(request: FPNStatusRequest, { roles }: Caller): Violation[] {
  refuseAccess(actorRefusal(sideOf(roles)!, 'fpn_status', request.fpn_status));
  return checkFPNStatus(request);
}

/** The promoter answers a notice, or the authority says how it ended. */
export async function changeStatus(act: Act, named: Named, request: FPNStatusRequest): Promise<void> {
  const { tx, caller, now } = act;
  const work = await lockWork(tx, named.workReferenceNumber);
  const notice = await findNotice(tx, work.reference, named.fpnReferenceNumber);
  mayWrite(caller, work);
  const { status, events } = changeFpn(notice.status, request.fpn_status as FpnAnswer);
  notices.change(tx, notice.reference, { status, status_changed_date: now });
  recordEvents(act, work, events, { object: notice.reference, details: request.status_reason });
}
