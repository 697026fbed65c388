/** Pixels between a name and its type, and between its type and the edge of the window. */
const gap = 6;
const margin = 8;

/**
 * Shows the type of a name in a block when somebody points at it or taps it. There is one panel for all names, outside of
 * the blocks, because a block cuts off what is wider than it.
 */
export function showTypes(document: Document): void {
  const panel = document.createElement("div");
  const type = document.createElement("code");
  const docs = document.createElement("p");
  panel.className = "type-panel";
  panel.hidden = true;
  panel.append(type, docs);
  let shown: HTMLElement | undefined;

  const hide = (): void => {
    shown = undefined;
    panel.hidden = true;
  };

  const show = (name: HTMLElement): void => {
    if (name === shown) return;
    shown = name;
    if (!panel.isConnected) document.body.append(panel);
    type.textContent = name.dataset.type ?? "";
    docs.textContent = name.dataset.docs ?? "";
    docs.hidden = !name.dataset.docs;
    panel.hidden = false;
    place(panel, name.getBoundingClientRect(), document.documentElement);
  };

  const follow = ({ target }: Event): void => {
    const name = (target as Element).closest<HTMLElement>(".typed-name");
    if (name) show(name);
    else if (!panel.contains(target as Element)) hide();
  };

  document.addEventListener("pointerover", follow);
  document.addEventListener("click", follow);
  document.addEventListener("scroll", ({ target }) => target !== panel && hide(), { capture: true, passive: true });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
}

/** Under the name, or above it where there is more room; never beyond an edge of the window. */
function place(panel: HTMLElement, name: DOMRect, window: HTMLElement): void {
  const { offsetWidth: width, offsetHeight: height } = panel;
  const left = Math.max(margin, Math.min(name.left, window.clientWidth - width - margin));
  const below = name.bottom + gap;
  const top = below + height > window.clientHeight && name.top > height + gap ? name.top - height - gap : below;
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
}
