/** What the API answers with where no operation says otherwise. */
export const defaultContentType = "application/vnd.api+json";
