/** How every menu that opens below a button looks. */
export const menuLook = "z-50 w-60 rounded-md border border-line bg-surface p-1 shadow-overlay";
export const menuLabelLook = "px-2 py-1.5 text-ink-faint text-xs";
export const menuItemLook =
  "flex h-8 items-center gap-2 rounded-sm px-2 text-sm outline-none data-highlighted:bg-hover";
