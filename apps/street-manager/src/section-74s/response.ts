import { withStrings } from '@switchyard/domain/street-manager';
import type { LinkedFile } from '../files/link-files';
import { instant } from '../shared/london';
import { wireDate, withoutNulls } from '../shared/wire';
import type { Section74Row } from './row';

/**
 * A section 74 as `GET …/section-74s/{ref}` shows it; members without a value are left out. Draft invoices are for who
 * deals with invoices, final ones only once the matter is resolved.
 */
export function section74Response(warning: Section74Row, files: readonly LinkedFile[], seesInvoices: boolean): object {
  const { content, responses, ha_status } = warning;
  const resolved = ha_status === 'resolved';
  return withStrings(
    withoutNulls({
      section_74_reference_number: warning.reference,
      permit_reference_number: warning.permit_reference,
      date_created: wireDate(warning.date_created),
      ha_status,
      ...content,
      overrun_warning_reasons: content.overrun_warning_reasons,
      location_types: content.location_types,
      inspection_date: wireDate(instant(content.inspection_date)),
      files,
      latest_ha_response_date: wireDate(instant(responses.at)),
      latest_ha_additional_details: responses.additional_details,
      ha_reason_for_dispute: responses.reason_for_dispute,
      site_cleared_date: wireDate(instant(responses.site_cleared_date)),
      ha_response_number_of_days_overrun: responses.number_of_days_overrun,
      draft_invoice_reference: seesInvoices ? responses.draft_invoice_reference : null,
      draft_invoice_amount: seesInvoices ? responses.draft_invoice_amount : null,
      invoice_reference: seesInvoices && resolved ? responses.invoice_reference : null,
      final_agreed_amount: seesInvoices && resolved ? responses.final_agreed_amount : null,
    }),
    ['overrun_warning_reasons', 'ha_status', 'location_types'],
  );
}
