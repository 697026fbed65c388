type Soon = (callback: () => void) => unknown;

/**
 * Calls back in the next turn of the event loop, after what waits for it. It is taken when the module loads: a test that
 * fakes timers later must not stop the mock.
 */
export const soon: Soon = /* @__PURE__ */ platformSoon();

function platformSoon(): Soon {
  return globalThis.setImmediate ?? ((callback) => setTimeout(callback, 0));
}
