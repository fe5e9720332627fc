import { ofQuestion } from './assessment-answers';
import type { Day } from './day';
import type { AssessmentAnswer, AssessmentQuestion } from './profile';

/** An active alert of the prison system. */
export interface NomisAlert {
  code: string;
  codeDescription: string | null;
  type: string;
  typeDescription: string | null;
  description: string | null;
  createdAt: Day;
  activeTo: Day | null;
}

const split = (codes: string): string[] => codes.split(' ');

/** The alert codes of each question; every other code belongs to `other_risks`. */
export const alertCodes = {
  self_harm: split('HA HA1 HA2 HC HS F1'),
  hold_separately: split(
    'CC1 CC2 CC3 CC4 CPC CPRC CSIP V45 VOP V46 VJOP V49G V49P VI VIP VLES RCC RCS REG RDP RLG ROP RRV RTP RYP XGANG HPI XHT XR XRF RNO121',
  ),
  violent: split('PC1 PC2 PC3 PL1 PL2 PL3 PVN CA OCVM RDV ROH ROM ROV RPB RPC RST RSS XB XSA XTACT XVL XSC'),
  health_issue: split('MAS MHT MSP HID UPIU URCU URS USU'),
  special_vehicle: split('MEP MFL PEEP MSI'),
  not_to_be_released: split('TAP TAH TCPA TG TM TPR TSE WO XSDEPORT XILLENT XNR XLDEPORT'),
  escape: split('XC XCU XEBM XEL XER'),
} as const satisfies Record<string, string[]>;

export type AlertQuestionKey = keyof typeof alertCodes | 'other_risks';

const byCode = new Map<string, AlertQuestionKey>(
  Object.entries(alertCodes).flatMap(([key, codes]) => codes.map((code) => [code, key as AlertQuestionKey] as const)),
);

/** The key of the question that an alert answers. */
export const questionOfAlert = (code: string): AlertQuestionKey => byCode.get(code) ?? 'other_risks';

/** The alert as an answer to its question. */
export function alertAnswer(alert: NomisAlert, question: AssessmentQuestion): AssessmentAnswer {
  return {
    ...ofQuestion(question),
    comments: alert.description,
    nomisAlertCode: alert.code,
    nomisAlertType: alert.type,
    nomisAlertDescription: alert.codeDescription,
    nomisAlertTypeDescription: alert.typeDescription,
    importedFromNomis: true,
    createdAt: alert.createdAt,
    expiresAt: alert.activeTo,
  };
}
