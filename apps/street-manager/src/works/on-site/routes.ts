import type { Violation } from '@switchyard/domain';
import { checkDates } from '@switchyard/domain/street-manager';
import type { StartRequest, StopRequest } from '@switchyard/domain/street-manager';
import type { BaseRequest, Reply } from '@switchyard/http';
import { noContent } from '@switchyard/http';
import type { Transaction } from '@switchyard/db';
import type { Caller } from '../../caller';
import type { Act, Deps, WorkApi } from '../../shared/deps';
import { actOf } from '../../shared/deps';
import { logStart, takeStartBack } from './log-start';
import { logStop, takeStopBack } from './log-stop';
import { answerExcavationCarriedOut, answerFinalReinstatement, recordInspectionUnits } from './record-answers';

const WORK = '/works/{workReferenceNumber}';

/** What happens on the site, told of the active permit. Each answers 204. */
export function onSiteRoutes(api: WorkApi, deps: Deps): void {
  const on =
    <Body>(record: (act: Act, work: string, request: Body) => Promise<void>) =>
    async (request: SiteRequest<Body>): Promise<Reply<204>> => {
      await record(actOf(request, deps), request.params.workReferenceNumber, request.body);
      return noContent();
    };

  api.put(`${WORK}/start`, { rules: startIsOver }, on(logStart));
  api.put(`${WORK}/revert-start`, on(takeStartBack));
  api.put(`${WORK}/stop`, { rules: stopIsOver }, on(logStop));
  api.put(`${WORK}/revert-stop`, on(takeStopBack));
  api.put(`${WORK}/excavation-carried-out`, on(answerExcavationCarriedOut));
  api.put(`${WORK}/inspection-units`, on(recordInspectionUnits));
  api.put(`${WORK}/final-reinstatement`, on(answerFinalReinstatement));
}

interface SiteRequest<Body> {
  tx: Transaction;
  caller: Caller;
  now: Date;
  params: { workReferenceNumber: string };
  body: Body;
}

type Judged<Body> = Pick<BaseRequest<unknown, Caller>, 'now'> & { body: Body };

/** What can be said of a start without knowing its work. */
const startIsOver = ({ body, now }: Judged<StartRequest>): Violation[] =>
  checkDates(body, { actual_start_date: 'past' }, now);

const stopIsOver = ({ body, now }: Judged<StopRequest>): Violation[] =>
  checkDates(body, { actual_stop_date: 'past' }, now);
