/** What each alert code of the demo data means: the type, the type in words, the code in words. */
export const alertCodes: Readonly<
  Record<string, readonly [type: string, typeDescription: string, description: string]>
> = {
  P0: ['P', 'MAPPP Case', 'MAPPA Nominal'],
  PC2: ['P', 'MAPPP Case', 'MAPPA Cat 2'],
  PVN: ['P', 'MAPPP Case', 'ViSOR Nominal'],
  ROM: ['R', 'Risk', 'OASys Serious Harm-Medium'],
  ROH: ['R', 'Risk', 'OASys Serious Harm-High'],
  RNO121: ['R', 'Risk', 'No One-to-One with this Prisoner'],
  HA: ['H', 'Self Harm', 'ACCT Open (HMPS)'],
  HS: ['H', 'Self Harm', 'Self Harm - Custody'],
  XEL: ['X', 'Security', 'Escape List'],
  XCU: ['X', 'Security', 'Controlled Unlock'],
  XR: ['X', 'Security', 'Racist'],
  XA: ['X', 'Security', 'Arsonist'],
  XGANG: ['X', 'Security', 'Gang Member'],
  XNR: ['X', 'Security', 'Not For Release'],
  XCDO: ['X', 'Security', 'Involved in Civil Disorder'],
  HPI: ['X', 'Security', 'High Public Interest'],
  V45: ['V', 'Vulnerability', 'Rule 45'],
  VIP: ['V', 'Vulnerability', 'Isolated Prisoner'],
  TAP: ['T', 'Hold Against Transfer', 'Accredited Programme Hold'],
  TM: ['T', 'Hold Against Transfer', 'Medical Hold'],
  PEEP: ['M', 'Medical', 'Personal Emergency Evacuation Plan'],
  MAS: ['M', 'Medical', 'Medical Assistance Needed'],
  XIS: ['X', 'Security', 'Items Concealed Before'],
  OHA: ['O', 'Other', 'Harasser'],
};
