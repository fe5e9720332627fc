/** The title of the published page that the walkthroughs play. */
export const howToUse = 'Work Request Manager API: How to use the WRM API';
