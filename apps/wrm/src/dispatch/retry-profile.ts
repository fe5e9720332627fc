import type { RetryProfile } from '@switchyard/webhooks';
import { retryProfiles } from '@switchyard/webhooks';
import type { Config } from '../config';

const profiles: Record<Config['webhooks']['retryProfile'], RetryProfile> = {
  chorus: retryProfiles.chorus,
  // The published rules of the original for 429 and silence stand, whatever the schedule.
  backoff: {
    ...retryProfiles.chorus,
    name: 'backoff',
    delays: retryProfiles.standard.delays,
    afterLast: 'give up',
    maxAge: null,
  },
  sandbox: retryProfiles.sandbox,
};

/** How deliveries are repeated: by the profile of the settings, or by their own list of seconds, exactly. */
export function retryProfileOf({ retryProfile, retrySchedule }: Config['webhooks']): RetryProfile {
  const profile = profiles[retryProfile];
  if (!retrySchedule) return profile;
  const delays = retrySchedule.map((seconds) => seconds * 1_000);
  return { ...profile, name: 'schedule', delays, afterLast: 'give up', maxAge: null, jitter: 0 };
}
