const revisionInLink = /(developers\.klaviyo\.com\/[\w-]+)\/v\d{4}-\d{2}-\d{2}(?:\.pre)?(?=\/)/g;

/** Links of the documentation carry the revision's date, so every text with one changes at every bump without meaning. */
export function dropLinkDates(text: string): string {
  return text.replaceAll(revisionInLink, "$1");
}
