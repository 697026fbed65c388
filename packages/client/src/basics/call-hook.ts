const reported = new WeakSet<object>();

/**
 * Calls a hook of the caller, which must harm no call: what it throws, or rejects with, is printed the first time.
 */
export function callHook<Told>(hook: ((event: Told) => unknown) | undefined, event: Told): void {
  if (!hook) return;
  const report = (error: unknown): void => {
    if (!reported.has(hook)) console.error("A hook given to the Klaviyo client failed; the call goes on.", error);
    reported.add(hook);
  };
  try {
    Promise.resolve(hook(event)).catch(report);
  } catch (error) {
    report(error);
  }
}
