/** Stated in the API's descriptions only, not in its schemas. */
export const recordsPerJob = 100;
export const jobsInProgress = 500;

/** How long a job can be read, in milliseconds from its submission; the API gives the moment but not the rule. */
export const jobLifetime: number = 7 * 24 * 60 * 60 * 1_000;
