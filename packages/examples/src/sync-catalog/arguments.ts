import { extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseShare, type Share } from "./plan/share.ts";

export const usage = `Usage: pnpm sync <file> [options]

Makes a Klaviyo catalog what a file says: a Shopify export or another CSV file, NDJSON or JSON.

  --map <mapping.yaml>   what the columns of a CSV file are
  --shop <url>           where the products of a Shopify export are found
  --dry-run              show what would be done, and do nothing
  --delete-missing       delete what the file does not mention; asks first
  --max-delete <share>   the most that --delete-missing may delete of one type (default 10%)
  --yes                  do not ask
  --errors <file>        where records that failed are written (default <name of the file>.errors.ndjson)
  --json                 tell programs what happens, as NDJSON
  --live                 your account, with the key in KLAVIYO_API_KEY, instead of a mock

Exit codes: 0 all is as the file says, 1 records failed, or a file changed or could not be read or written while it was
sent, 2 the command or the file has to be mended and nothing was sent, 3 Klaviyo could not be reached or refused, 130 stopped by Ctrl-C.`;

/** A mistake in the command; its message says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface Arguments {
  file: string;
  map?: string | undefined;
  shop?: string | undefined;
  dryRun: boolean;
  deleteMissing: boolean;
  maxDelete: Share;
  yes: boolean;
  errors?: string | undefined;
  json: boolean;
  live: boolean;
}

/** @throws {UsageError} */
export function readArguments(args: readonly string[]): Arguments | "help" {
  const { values, positionals } = parsed(args);
  if (values.help) return "help";
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new UsageError(`expected one file, found ${positionals.length}; 'pnpm sync --help' tells the rest`);
  }
  if (values.errors !== undefined && resolve(values.errors) === resolve(file)) {
    throw new UsageError(`--errors would write over ${file} itself; give it another name`);
  }
  if (values.errors !== undefined && ![".ndjson", ".jsonl"].includes(extname(values.errors).toLowerCase())) {
    throw new UsageError(`--errors expects a name that ends in .ndjson or .jsonl, found '${values.errors}'`);
  }
  return {
    file,
    map: values.map,
    shop: shopOf(values.shop, values.live),
    dryRun: values["dry-run"],
    deleteMissing: values["delete-missing"],
    maxDelete: shareOf(values["max-delete"]),
    yes: values.yes,
    errors: values.errors,
    json: values.json,
    live: values.live,
  };
}

function parsed(args: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        map: text,
        shop: text,
        "dry-run": flag,
        "delete-missing": flag,
        "max-delete": { type: "string", default: "10%" },
        yes: flag,
        errors: text,
        json: flag,
        live: flag,
        help: flag,
      },
    });
  } catch (error) {
    const [mistake] = (error as Error).message.split(". ");
    throw new UsageError(`${mistake}; 'pnpm sync --help' tells the rest`);
  }
}

/** Addresses that were made up may be tried on a mock, and nowhere else. */
function shopOf(shop: string | undefined, live: boolean): string | undefined {
  if (shop === undefined) return live ? undefined : "https://shop.example";
  if (!/^https?:/i.test(shop) || !URL.canParse(shop)) {
    throw new UsageError(`--shop expects a web address such as https://shop.example, found '${shop}'`);
  }
  return shop.replace(/\/+$/, "");
}

function shareOf(text: string): Share {
  const share = parseShare(text);
  if (share) return share;
  throw new UsageError(`--max-delete expects a share such as 10%, at most 100%, found '${text}'`);
}

/** The path of a file as an argument, which no option begins like. */
export function pathArgument(path: string): string {
  return path.startsWith("-") ? `./${path}` : path;
}

/** The command with these arguments, to be pasted into a shell. */
export function commandOf(args: readonly string[]): string {
  const quoted = args.map((one) => (/^[\w@%+=:,./-]+$/.test(one) ? one : `'${one.replaceAll("'", "'\\''")}'`));
  return ["pnpm sync", ...quoted].join(" ");
}
