/** Characters of an error's body that are read: it may be anything, of any length. */
const limit = 65_536;

/** Where an answer keeps the text that was read of it: a map beside it costs every call more than reading does. */
const text: unique symbol = Symbol("text");

type Read = Response & { [text]?: string };

/** Reads the body of an answer to its end, or the beginning of one that is not ok, which can then be read again. */
export async function readWhole(response: Read): Promise<Response> {
  if (response[text] !== undefined) return response;
  response[text] = response.ok ? await response.text() : await beginning(response);
  return response.ok ? response : rereadable(response);
}

/** The text of an answer's body that was read before. */
export function textOf(response: Read): string | undefined {
  return response[text];
}

/**
 * Lets everybody read the body of an answer that was read before, as often as they want: a hook, policy or middleware
 * that reads it takes it from nobody.
 */
export function rereadable(response: Read): Response {
  return response[text] === undefined ? response : Object.defineProperties(response, fromText);
}

/** A body that breaks off is what has come of it, because the status says what matters. */
async function beginning(response: Response): Promise<string> {
  let read = "";
  try {
    if (!response.body?.getReader) return await response.text();
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    while (read.length < limit) {
      const { value } = await reader.read();
      if (!value) break;
      read += decoder.decode(value, { stream: true });
    }
    // Somebody may hold a copy of the answer, and then this settles only with the copy.
    reader.cancel().catch(() => {});
  } catch {}
  return read.slice(0, limit);
}

/** A new response with the text that was read; one without a body has none again. */
function copyOf(response: Read): Response {
  const { status, statusText, headers, url } = response;
  const copy = new Response(response[text] || null, { status, statusText, headers });
  return Object.defineProperty(copy, "url", { value: url });
}

const reader = (read: (response: Read) => unknown): PropertyDescriptor => ({
  async value(this: Response) {
    return read(this);
  },
});

// The same for every answer: what is read differs only by the text.
const fromText: PropertyDescriptorMap = {
  text: /* @__PURE__ */ reader((response) => response[text]),
  json: /* @__PURE__ */ reader((response) => JSON.parse(response[text] as string)),
  arrayBuffer: /* @__PURE__ */ reader((response) => copyOf(response).arrayBuffer()),
  blob: /* @__PURE__ */ reader((response) => copyOf(response).blob()),
  bytes: /* @__PURE__ */ reader((response) => copyOf(response).bytes()),
  formData: /* @__PURE__ */ reader((response) => copyOf(response).formData()),
  bodyUsed: { value: false },
  body: {
    get(this: Response) {
      return copyOf(this).body;
    },
  },
  clone: {
    value(this: Response) {
      return copyOf(this);
    },
  },
};
