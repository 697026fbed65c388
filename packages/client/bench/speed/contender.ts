/** One way to make the call that is measured; resolves to the id in the answer. */
export type Call = () => Promise<string | null | undefined>;

/** Makes the call of a client of that server. */
export type Contender = (baseUrl: string) => Call | Promise<Call>;

/** Not a key. */
export const apiKey = "pk_bench";
/** Of the job in the server's answer. */
export const jobId = "01J";
