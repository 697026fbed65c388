/**
 * Mends what VitePress leaves out, each time that a page is there: its home page has no main landmark, and its sidebar may
 * begin far above the page that is open.
 */
export function afterNavigation(document: Document): void {
  const content = document.getElementById("VPContent");
  // Any other page has a main element of its own.
  if (content?.classList.contains("is-home")) content.setAttribute("role", "main");
  else content?.removeAttribute("role");
  document.querySelector(".VPSidebar .is-link.is-active")?.scrollIntoView({ block: "nearest" });
}
