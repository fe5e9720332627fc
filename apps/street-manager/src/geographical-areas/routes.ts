import { created, noContent } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { actOf } from '../shared/deps';
import { numberInPath } from '../shared/path-number';
import { createArea } from './create-area';
import { readAreaUpload } from './read-area-upload';
import { replaceAreaBy } from './replace-area';

/** Ten thousand streets, written at length. */
const UPLOAD_LIMITS = { maxBytes: 1_024 * 1_024, timeoutMs: 60_000 };
const AREA = '/geographical-areas/{geographicalAreaReferenceNumber}';

export function geographicalAreaRoutes(api: WorkApi, deps: Deps): void {
  api.post(
    '/geographical-areas',
    { bodyLimits: UPLOAD_LIMITS, prepare: (request) => readAreaUpload(request, deps.ids) },
    async (request) => {
      const { prepared } = request;
      return created(await createArea({ ...actOf(request, deps), delegated: prepared.delegated }, prepared));
    },
  );

  api.put(
    AREA,
    {
      bodyLimits: UPLOAD_LIMITS,
      before: ({ params }) => void areaReference(params),
      prepare: (request) => readAreaUpload(request, deps.ids),
    },
    async (request) => {
      const { params, prepared } = request;
      await replaceAreaBy({ ...actOf(request, deps), delegated: prepared.delegated }, areaReference(params), prepared);
      return noContent();
    },
  );
}

const areaReference = ({
  geographicalAreaReferenceNumber: text,
}: {
  geographicalAreaReferenceNumber: string;
}): number => numberInPath('geographicalAreaReferenceNumber', text);
