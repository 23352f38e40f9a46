// Stands for `server-only` in bundles that are not pages.
export {};
