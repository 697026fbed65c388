import { createHash } from "node:crypto";
import type { ApiExport, ApiSurface } from "./api-surface.ts";

/** What stands in a report besides the surface itself. */
export interface LastRelease {
  version: string;
  /** Of the surface at that release; what differs from it needs a changeset. */
  fingerprint: string;
}

/** The surface as text that is committed, so that a change of it is seen in review. */
export function renderApiReport(name: string, surface: ApiSurface, released: LastRelease | undefined): string {
  const last = released ? `${released.version}, surface \`${released.fingerprint}\`` : "none";
  return `# What \`${name}\` exports

Written by \`pnpm api-report\`. A test fails when it is not what the package exports, and when it changes without a
changeset. Generated types are there by name only: \`pnpm spec:diff\` says what changes in them.

Last release: ${last}.

${renderSurface(surface)}`;
}

export function renderSurface({ entries, internals }: ApiSurface): string {
  const sections = entries.map(({ specifier, exports }) => `## \`${specifier}\`\n\n${renderExports(exports)}`);
  if (internals.length > 0) sections.push(`## Not exported, but part of the above\n\n${renderExports(internals)}`);
  return `${sections.join("\n")}`;
}

function renderExports(exports: readonly ApiExport[]): string {
  const lines = exports.map(({ name, text, note }) => (text === undefined ? `// ${name}: ${note}` : text));
  return lines.length > 0 ? `\`\`\`ts\n${lines.join("\n")}\n\`\`\`\n` : "Nothing.\n";
}

export function fingerprint(surface: ApiSurface): string {
  return createHash("sha256").update(renderSurface(surface)).digest("hex").slice(0, 16);
}

/** The release that a report was last marked with. */
export function readLastRelease(report: string): LastRelease | undefined {
  const found = /^Last release: (\S+), surface `(\w+)`\.$/m.exec(report);
  return found?.[1] && found[2] ? { version: found[1], fingerprint: found[2] } : undefined;
}
