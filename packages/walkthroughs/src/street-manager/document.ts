/** The title of the published page that the walkthroughs play. */
export const sequencing = 'Street Manager API: Sequencing';
