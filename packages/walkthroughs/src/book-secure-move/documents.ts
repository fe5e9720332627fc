/** The titles of the published pages that the walkthroughs play. */
export const allocations = 'API Walkthroughs 6.2 IPT Allocation move';
export const journeysAndPayment = 'Journeys and Payment Related Calls';
export const redirectionAtFault = 'Redirection after move commences, supplier at fault';
