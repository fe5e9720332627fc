/** Where the real prison systems are. Every URL may carry a path of its own, such as `https://host/api`. */
export interface NomisHttpConfig {
  /** The prison API (NOMIS_URL). */
  url: string;
  /** The client-credentials token endpoint. */
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  /** These three default to `url`, also when they are empty. */
  prisonerSearchUrl?: string;
  alertsUrl?: string;
  usersUrl?: string;
  /** For one exchange, in milliseconds. */
  timeoutMs?: number;
  /** The longest answer that is read, in bytes. */
  maxBodyBytes?: number;
}

/** The published time limit of the prison systems. */
export const defaultTimeoutMs = 10_000;

/** Wide enough for an image or a thousand activities. */
export const defaultMaxBodyBytes = 5 * 1024 * 1024;
