import { literal, sql } from '@switchyard/db';
import { commentTopics } from '@switchyard/domain/street-manager';
import type { Filter } from './filters';
import { among, from, until, when } from './filters';
import type { Report } from './report';
import { joinWork } from './row';

/** Read and unread together ask for nothing, like neither. */
const read: Filter = (reader) => {
  const [wanted, unwanted] = [reader.flag('is_read') === true, reader.flag('is_not_read') === true];
  return wanted === unwanted ? undefined : literal(wanted ? 'r.read_on is not null' : 'r.read_on is null');
};

export const commentReport: Report = {
  type: 'comments',
  idOf: (row: { comment_reference_number: string }) => row.comment_reference_number,
  table: 'comment',
  key: 'reference',
  filters: {
    date_created_from: from('r.date_created'),
    date_created_to: until('r.date_created'),
    topic: among('r.topic', commentTopics),
    is_internal: when('r.is_internal'),
    is_read: read,
  },
  ranges: [['date_created_from', 'date_created_to']],
  order: { date_created: 'date_created' },
  usually: 'desc',
  searches: false,
  joins: joinWork,
  members: [
    ['work_reference_number', 'r.work_reference'],
    ['topic', 'r.topic', 'named'],
    ['author_email_address', 'r.author_email'],
    ['author_organisation_reference', 'r.author_organisation'],
    ['detail', 'r.detail'],
    ['date_created', 'r.date_created', 'date'],
    ['comment_reference_number', 'r.reference'],
    ['is_read', 'r.read_on is not null'],
    ['read_on', 'r.read_on', 'date'],
    ['read_by', 'r.read_by'],
    ['is_internal', 'r.is_internal'],
  ],
  exported: [['town', 'w.town']],
  visible: ({ organisation }) => sql`(not r.is_internal or r.side = ${organisation})`,
};
