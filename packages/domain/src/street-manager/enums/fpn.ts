export const fpnStatuses = ['issued', 'accepted', 'paid', 'paid_discounted', 'disputed', 'withdrawn'] as const;
export type FPNStatus = (typeof fpnStatuses)[number];

export const offenceCodes = ['offence_code_05', 'offence_code_06', 'offence_code_08', 'offence_code_09'] as const;
export type OffenceCode = (typeof offenceCodes)[number];

export const paymentMethods = ['bank_transfer', 'card_payment', 'cash', 'cheque'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];
