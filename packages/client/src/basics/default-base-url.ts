/** Where the API is. */
export const defaultBaseUrl = "https://a.klaviyo.com";
