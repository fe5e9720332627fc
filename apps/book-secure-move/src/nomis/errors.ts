import { DomainError } from '@switchyard/domain';

/** The prison register could not answer. `operation` is the port's own name for what was asked, free of personal data. */
export abstract class NomisUnavailable extends DomainError {
  abstract override readonly name: string;

  constructor(
    readonly operation: string,
    message: string,
  ) {
    super(`${operation}: ${message}`);
  }

  /** The sentence that this API shows: `<error class>: <message>`. */
  get detail(): string {
    return `${this.name}: ${this.message}`;
  }
}

/** What an upstream says about a refusal. */
export interface UpstreamRefusal {
  /** The HTTP status of the answer; a success status means that its body could not be read. */
  status: number;
  userMessage?: string | null;
  developerMessage?: string | null;
  moreInfo?: string | null;
}

/** It answered, with an error status or with something unreadable: 502, `Nomis Bad Gateway Error`. */
export class NomisBadGateway extends NomisUnavailable {
  override readonly name = 'NomisBadGateway';
  readonly code = 'nomis_bad_gateway';
  readonly status: number;
  readonly userMessage: string | null;
  readonly developerMessage: string | null;
  readonly moreInfo: string | null;

  constructor(operation: string, { status, userMessage, developerMessage, moreInfo }: UpstreamRefusal) {
    super(operation, [status, userMessage ?? developerMessage].filter((part) => part != null).join(' '));
    this.status = status;
    this.userMessage = userMessage ?? null;
    this.developerMessage = developerMessage ?? null;
    this.moreInfo = moreInfo ?? null;
  }
}

/** No connection, or it broke before the answer was complete: 503, `Connection Error`. */
export class NomisConnectionFailed extends NomisUnavailable {
  override readonly name = 'NomisConnectionFailed';
  readonly code = 'nomis_connection_failed';
}

/** No complete answer within the time allowed: 504, `Timeout Error`. */
export class NomisTimeout extends NomisUnavailable {
  override readonly name = 'NomisTimeout';
  readonly code = 'nomis_timeout';
}
