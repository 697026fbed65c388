import { BaseResolver, ResolveError, type Source } from "@redocly/openapi-core";

/** Lets no `$ref` lead out of the fragment: redocly would read the file, or fetch the URL. */
export class LocalResolver extends BaseResolver {
  override async loadExternalRef(ref: string): Promise<Source> {
    throw new ResolveError(new Error(`${ref} is outside the fragment`));
  }
}
