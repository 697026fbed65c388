/** Characters of an error's body that are read: it may be anything, of any length. */
const limit = 65_536;

/** The body of an answer; of one that is not ok, its beginning. */
export async function bodyText(response: Response, signal: AbortSignal | null | undefined): Promise<string> {
  try {
    return await (response.ok ? response.text() : beginning(response.body));
  } catch (error) {
    // Chromium forgets why it was stopped
    signal?.throwIfAborted();
    throw error;
  }
}

async function beginning(body: Response["body"]): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (text.length < limit) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text.slice(0, limit);
}
