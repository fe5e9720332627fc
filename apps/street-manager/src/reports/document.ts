import type { JsonApiDocument } from '@switchyard/http';
import type { DocumentRequest } from '../shared/json-api';
import { documentOf, reference, resource } from '../shared/json-api';
import type { Report } from './report';

interface ReportPage {
  pagination: Record<string, unknown>;
  rows: object[];
}

/** A page of a report as a JSON:API document: its rows are resources, and the pagination is its meta. */
export const reportDocument =
  (report: Report) =>
  ({ pagination, rows }: ReportPage, request: DocumentRequest): JsonApiDocument =>
    documentOf(
      rows.map((row) => resource(report.type, report.idOf(row as never), row, relationsOf(row))),
      request,
      report.type,
      pagination,
    );

function relationsOf(row: object): Record<string, ReturnType<typeof reference>> {
  const { work_reference_number: work } = row as { work_reference_number?: string };
  return work === undefined ? {} : { work: reference('works', work) };
}
