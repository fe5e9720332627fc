import { created } from '@switchyard/http';
import { relatedId } from '../shared/attributes';
import { control } from '../shared/controls';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { documentOf } from '../shared/json-api';
import { createCourtHearing } from './create-court-hearing';
import { registerHearings } from './register-hearings';
import { findCourtHearing } from './repository';
import { presentCourtHearing } from './serializer';

export function courtHearingRoutes(api: Api, deps: Deps): void {
  api.post(
    '/court_hearings',
    {
      afterwards: async (request, reply) => {
        const moveId = relatedId(request.body.data, 'move');
        if (!moveId || String(control(request, 'do_not_save_to_nomis')) === 'true') return reply;
        await registerHearings(deps, moveId);
        const { id } = (reply.body as { data: { id: string } }).data;
        const hearing = await findCourtHearing(request.db, id);
        return hearing ? created(documentOf(presentCourtHearing(hearing))) : reply;
      },
    },
    async (request) => {
      const hearing = await createCourtHearing(actOf(request, deps), request.body.data);
      return created(documentOf(presentCourtHearing(hearing)));
    },
  );
}
