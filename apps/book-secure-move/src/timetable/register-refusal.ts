import { NomisBadGateway } from '../nomis';

/** The prison register refused to show court cases or a timetable: the client is told in the register's own words. */
export class RegisterRefused extends Error {
  constructor(readonly refusal: NomisBadGateway) {
    super(refusal.message, { cause: refusal });
  }
}

/** Waits for an answer of the prison register. Rejects with RegisterRefused for a refusal, else as the register does. */
export async function shown<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof NomisBadGateway ? new RegisterRefused(error) : error;
  }
}
