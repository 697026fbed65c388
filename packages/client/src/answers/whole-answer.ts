/** Characters of an error's body that are read: it may be anything, of any length. */
const limit = 65_536;

const texts = new WeakMap<Response, string>();

/** Reads the body of an answer to its end, or the beginning of one that is not ok. */
export async function readWhole(response: Response): Promise<Response> {
  if (texts.has(response)) return response;
  texts.set(response, response.ok ? await response.text() : await beginning(response));
  return response;
}

/** The text of an answer's body, also of one that was read before. */
export async function textOf(response: Response): Promise<string> {
  return texts.get(response) ?? response.text();
}

/**
 * Lets everybody read the body of an answer that was read before, as often as they want: a hook, policy or middleware
 * that reads it takes it from nobody.
 */
export function rereadable(response: Response): Response {
  return texts.has(response) ? Object.defineProperties(response, fromText) : response;
}

/** A body that breaks off is what has come of it, because the status says what matters. */
async function beginning(response: Response): Promise<string> {
  let text = "";
  try {
    if (!response.body?.getReader) return await response.text();
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    while (text.length < limit) {
      const { value } = await reader.read();
      if (!value) break;
      text += decoder.decode(value, { stream: true });
    }
    // Somebody may hold a copy of the answer, and then this settles only with the copy.
    reader.cancel().catch(() => {});
  } catch {}
  return text.slice(0, limit);
}

/** A new response with the text that was read; one without a body has none again. */
function copyOf(response: Response): Response {
  const { status, statusText, headers, url } = response;
  const copy = new Response(texts.get(response) || null, { status, statusText, headers });
  return Object.defineProperty(copy, "url", { value: url });
}

const reader = (read: (response: Response) => unknown): PropertyDescriptor => ({
  async value(this: Response) {
    return read(this);
  },
});

// The same for every answer: what is read differs only by the text.
const fromText: PropertyDescriptorMap = {
  text: /* @__PURE__ */ reader((response) => texts.get(response)),
  json: /* @__PURE__ */ reader((response) => JSON.parse(texts.get(response) as string)),
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
