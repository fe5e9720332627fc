import { alterationReport } from '../reports/alterations';
import { commentReport } from '../reports/comments';
import { fpnReport } from '../reports/fixed-penalty-notices';
import { forwardPlanReport } from '../reports/forward-plans';
import { inspectionReport } from '../reports/inspections';
import { permitReport } from '../reports/permits';
import { reinstatementReport } from '../reports/reinstatements';
import type { Report } from '../reports/report';
import { section81Report } from '../reports/section-81s';
import { feeReport } from './fees';

/** What can be exported. */
export interface ExportKind {
  report: Report;
  /** How the name of the file begins. */
  name: string;
  /** What the list calls what the request calls this, where that differs. */
  renamed?: Readonly<Record<string, string>>;
}

/** By the path of the operation that asks for it. */
export const exportKinds = {
  '/alterations/csv': { report: alterationReport, name: 'Alterations' },
  '/comments/csv': { report: commentReport, name: 'Comments' },
  '/fees/csv': { report: feeReport, name: 'Fees' },
  '/fixed-penalty-notices/csv': { report: fpnReport, name: 'FPNs' },
  '/forward-plans/csv': { report: forwardPlanReport, name: 'Forward_plans' },
  '/inspections/csv': { report: inspectionReport, name: 'Inspections' },
  '/permits/csv': { report: permitReport, name: 'PA' },
  '/reinstatements/csv': { report: reinstatementReport, name: 'Reinstatements' },
  '/section-81s/csv': {
    report: section81Report,
    name: 'Section_81s',
    renamed: { status: 'section_81_status', severity: 'section_81_severity' },
  },
} as const satisfies Readonly<Record<string, ExportKind>>;

export type ExportPath = keyof typeof exportKinds;

export const kindOf = (path: ExportPath): ExportKind => exportKinds[path];
