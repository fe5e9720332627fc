import type { PrisonTransferReasonRow } from '../rows';

/** Why somebody is moved from one prison to another. */
export const prisonTransferReasons: readonly PrisonTransferReasonRow[] = [
  { id: 'c1413fc4-651d-4068-8b9e-64099b3c24ad', key: 'accumulated_visits', title: 'Accumulated Visits' },
  { id: '3b2b05b8-1a39-45b2-81d6-67137b2f6725', key: 'compassionate', title: 'Compassionate' },
  { id: '0d4e15fa-701d-4554-a19e-1940d91daeb0', key: 'court', title: 'Court appearance' },
  { id: '057ecd71-8850-4feb-90ec-842acca9b3fd', key: 'video', title: 'Court video link' },
  { id: '74ed2365-ff05-4101-ac48-6ba087aab97e', key: 'cpa', title: 'Contract Package Area (CPA)' },
  {
    id: 'ec883eec-c427-47af-ad84-9d721d163e50',
    key: 'isp_to_open',
    title: 'Indeterminate Sentence Prisoner (ISP) to open',
  },
  {
    id: 'bddbfec9-681c-4b6e-bb77-156a07c97661',
    key: 'mappa',
    title: 'Multi Agency Public Protection Arrangements (MAPPA)',
  },
  { id: 'e7643812-14e4-4c78-83f2-4bd4f7b8db01', key: 'medical', title: 'Medical' },
  {
    id: '246f9fe2-aea4-473e-930c-39c097111ab5',
    key: 'offending_behaviour_course',
    title: 'Offending behaviour course',
  },
  { id: '81650c6b-aed5-4f82-988a-25fdd25f03eb', key: 'parole', title: 'Parole' },
  { id: 'b0f68314-fa4c-4490-8fbc-7c72f042354c', key: 'progressive', title: 'Progressive' },
  { id: '7f75cb2a-d148-4d22-a9c7-4c520567595a', key: 'repatriation', title: 'Repatriation' },
  { id: '19203b97-a09a-40f2-a2e2-1afcf3f089e0', key: 'resettlement', title: 'Resettlement' },
  {
    id: 'c2663cec-d8e1-4dc6-a7ba-ad5f8aa652c3',
    key: 'return_after_court_appearance',
    title: 'Return after court appearance',
  },
  { id: '670b03d8-5243-4cee-b3f2-0373d050752f', key: 'security', title: 'Security' },
  { id: '0e2aa3a1-3caf-4fe8-b140-1586fb971366', key: 'yjb', title: 'Youth Justice Board (YJB)' },
  { id: '0088825b-dc87-4b95-90f6-8ddbbdc90283', key: 'another_reason', title: 'Another reason' },
].map((reason) => ({ ...reason, disabled_at: null }));
