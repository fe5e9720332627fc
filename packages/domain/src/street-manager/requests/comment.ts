import type { CommentTopic } from '../enums';
import type { DelegatedUser } from './rules';

/** Its rules are of shape, and of who may take up a topic: `actorRefusal`. */
export interface CommentRequest extends DelegatedUser {
  detail?: string | null;
  topic?: CommentTopic | null;
  is_internal?: boolean | null;
}
