import type { Extensions } from '@switchyard/domain/wrm';
import type { CommonSettings, Environment } from '@switchyard/http';
import { Settings, readCommonSettings } from '@switchyard/http';
import { readExtensions } from './shared/extensions';

export interface Config extends CommonSettings {
  /** `chorus` answers every refusal of a rule with 400, as the original's siblings do; the codes stay. */
  statusProfile: 'separate' | 'chorus';
  /** Whether an event must be linked to a notification of its task. */
  strictLinks: boolean;
  /** Whether the header pair of other APIs of the original is taken in place of Basic. */
  clientHeaders: boolean;
  /** Values that this deployment adds to the lists that may be extended. */
  extensions: Extensions;
  webhooks: {
    /** 32 bytes, under which secrets are sealed. */
    secretKey: Uint8Array;
    plainHttp: boolean;
    /** Address ranges that are open besides the public ones. */
    allowCidrs: readonly string[];
    retryProfile: 'chorus' | 'backoff' | 'sandbox';
    /** Seconds between attempts, in place of the profile's. */
    retrySchedule: readonly number[] | undefined;
    /** Notifications keep their order for each task, or for the whole subscription. */
    lane: 'task' | 'subscriber';
  };
}

/** Known to everybody, and so for the sandbox only. */
const SANDBOX_KEY = 'c2FuZGJveC1rZXktb2YtMzItYnl0ZXMtZm9yLXdybSE=';

/** The only reader of the environment. Throws with every wrong setting named. */
export function readConfig(env: Environment): Config {
  const settings = new Settings(env);
  const common = readCommonSettings(settings, 'WRM_PORT', 3003);
  const isSandbox = common.profile === 'sandbox';
  const key = settings.text('WRM_SECRET_KEY');
  settings.require(isSandbox || key !== undefined, 'WRM_SECRET_KEY must be set in production');
  settings.require(isSandbox || key !== SANDBOX_KEY, 'WRM_SECRET_KEY must not be the one of the sandbox');
  const secretKey = Buffer.from(key ?? SANDBOX_KEY, 'base64');
  settings.require(secretKey.length === 32, 'WRM_SECRET_KEY must be 32 bytes in Base64');
  const plainHttp = settings.flag('WRM_ALLOW_HTTP_WEBHOOKS', isSandbox);
  settings.require(isSandbox || !plainHttp, 'WRM_ALLOW_HTTP_WEBHOOKS must not be on in production');
  const retrySchedule = settings.text('WRM_RETRY_SCHEDULE')?.split(',').map(Number);
  settings.require(
    retrySchedule?.every((seconds) => Number.isInteger(seconds) && seconds >= 0) ?? true,
    'WRM_RETRY_SCHEDULE must be whole seconds with commas between them',
  );
  const config: Config = {
    ...common,
    statusProfile: settings.oneOf('WRM_ERROR_STATUS_PROFILE', ['separate', 'chorus'], 'separate'),
    strictLinks: settings.flag('WRM_STRICT_LINKS', false),
    clientHeaders: settings.flag('WRM_ALLOW_CLIENT_HEADERS', false),
    extensions: readExtensions(settings, settings.text('WRM_ENUMERATIONS_FILE')),
    webhooks: {
      secretKey,
      plainHttp,
      allowCidrs: settings.text('WRM_WEBHOOK_ALLOW_CIDRS')?.split(',') ?? [],
      retryProfile: settings.oneOf(
        'WRM_RETRY_PROFILE',
        ['chorus', 'backoff', 'sandbox'],
        isSandbox ? 'sandbox' : 'chorus',
      ),
      retrySchedule,
      lane: settings.oneOf('WRM_LANE', ['task', 'subscriber'], 'task'),
    },
  };
  settings.check();
  return config;
}
