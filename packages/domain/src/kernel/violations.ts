/** One broken rule: which field, which rule, and the words that the API uses for it. */
export interface Violation {
  /** The field's own name on the wire, for example `to_location`. */
  field: string;
  /** The rule's stable code, for example `blank`. */
  code: string;
  /** What follows the field's name in a sentence, for example `can't be blank`. */
  message: string;
  /** Further facts that the API shows beside the error. */
  meta?: Record<string, unknown>;
}

export const violation = (field: string, code: string, message: string, meta?: Record<string, unknown>): Violation =>
  meta ? { field, code, message, meta } : { field, code, message };

/** The violations when the condition holds, otherwise none: rules read as lists. */
export const when = (condition: boolean, ...violations: Violation[]): Violation[] => (condition ? violations : []);
