import type { CommonSettings, Environment } from '@switchyard/http';
import { Settings, readCommonSettings } from '@switchyard/http';

export interface Config extends CommonSettings {
  /** Whether the authority assesses the answer to a modification request, or the answer applies at once. */
  pmrAlterations: 'assessed' | 'applied';
  /** Working days between the day an application counts on and the first day of the response period. */
  deadlineOffset: number;
  /** Whether a user without the API role may call all the same. */
  openToAllRoles: boolean;
  /** 32 bytes, under which the keys that sign tokens are sealed. */
  secretKey: Uint8Array;
  /** Where uploaded files are kept. */
  filesDir: string;
  /** Where mail goes; undefined keeps it in the sandbox's mailbox. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Whether exports keep spreadsheets from taking a cell for a formula. */
  csvFormulaGuard: boolean;
}

/** Known to everybody, and so good for nothing but trying out. */
const SANDBOX_KEY = Buffer.from('switchyard-sandbox-key-no-secret').toString('base64');

/** The only reader of the environment. Throws with every wrong setting named. */
export function readConfig(env: Environment): Config {
  const settings = new Settings(env);
  const common = readCommonSettings(settings, 'STREET_MANAGER_PORT', 3001);
  const key = settings.text('STREET_MANAGER_SECRET_KEY');
  const isSandbox = common.profile === 'sandbox';
  settings.require(isSandbox || key !== undefined, 'STREET_MANAGER_SECRET_KEY must be set in production');
  settings.require(isSandbox || key !== SANDBOX_KEY, 'STREET_MANAGER_SECRET_KEY must not be the one of the sandbox');
  const secretKey = Buffer.from(key ?? SANDBOX_KEY, 'base64');
  settings.require(secretKey.length === 32, 'STREET_MANAGER_SECRET_KEY must be 32 bytes in Base64');
  const config: Config = {
    secretKey,
    ...common,
    pmrAlterations: settings.oneOf('PMR_ALTERATIONS', ['assessed', 'applied'], 'assessed'),
    deadlineOffset: settings.whole('DEADLINE_OFFSET', 0, 5),
    openToAllRoles: settings.flag('OPEN_TO_ALL_ROLES', isSandbox),
    filesDir: `${settings.text('SWITCHYARD_DATA_DIR') ?? '.data'}/files`,
    smtpUrl: settings.text('SMTP_URL'),
    mailFrom: settings.text('MAIL_FROM') ?? 'street-manager@localhost',
    csvFormulaGuard: settings.flag('CSV_FORMULA_GUARD', false),
  };
  settings.check();
  return config;
}
