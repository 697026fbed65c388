/** What an attribute may hold. */
export interface ValueKind {
  /** For "expected …, found …". */
  expected: string;
  fits(value: unknown): boolean;
  /** What a table's cell means. A text that means nothing is returned as it is, for `fits` to refuse. */
  read(text: string, format: CellFormat): unknown;
}

/** How a table writes numbers and lists. */
export interface CellFormat {
  decimal: string;
  separator: string;
}

const metadataLimit = 100_000;

export const text: ValueKind = {
  expected: "a text",
  fits: (value) => typeof value === "string",
  read: (text) => text,
};

export const name: ValueKind = {
  ...text,
  expected: "a text that is not empty",
  fits: (value) => typeof value === "string" && value.trim() !== "",
};

export const webUrl: ValueKind = {
  ...text,
  expected: "a web address such as https://shop.example/shirt",
  fits: (value) => typeof value === "string" && /^https?:\/\//i.test(value) && URL.canParse(value),
};

export const number: ValueKind = {
  expected: "a number such as 12 or 12.5, without a currency",
  fits: (value) => Number.isFinite(value),
  read: (text, { decimal }) => {
    const plain = text.replace(decimal, ".");
    return /^-?\d+(\.\d+)?$/.test(plain) && (decimal === "." || !text.includes(".")) ? Number(plain) : text;
  },
};

export const price: ValueKind = {
  ...number,
  expected: "a price such as 12 or 12.5, without a currency and not negative",
  fits: (value) => number.fits(value) && Number(value) >= 0,
};

const flags = new Map([
  ["true", true],
  ["false", false],
]);

export const flag: ValueKind = {
  expected: "true or false",
  fits: (value) => typeof value === "boolean",
  // Spreadsheets write TRUE and FALSE.
  read: (text) => flags.get(text.toLowerCase()) ?? text,
};

export const inventoryPolicy: ValueKind = {
  ...number,
  expected: "0, 1 or 2",
  fits: (value) => value === 0 || value === 1 || value === 2,
};

export const names: ValueKind = listOf(name, "a list of texts");

export const webUrls: ValueKind = listOf(webUrl, "a list of web addresses such as https://shop.example/shirt.jpg");

export const metadata: ValueKind = {
  expected: `one flat object of texts, numbers, and true or false, of at most ${metadataLimit / 1000} kB`,
  fits: (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((entry) => ["string", "number", "boolean"].includes(typeof entry)) &&
    Buffer.byteLength(JSON.stringify(value)) <= metadataLimit,
  read: (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  },
};

function listOf(kind: ValueKind, expected: string): ValueKind {
  return {
    expected,
    fits: (value) => Array.isArray(value) && value.every(kind.fits),
    read: (text, { separator }) =>
      text
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== ""),
  };
}
