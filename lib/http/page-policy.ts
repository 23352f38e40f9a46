type PagePolicy = { nonce: string; hasBlob: boolean };

/**
 * The Content-Security-Policy of a page: scripts by their nonce alone, and what they load themselves. Style attributes
 * stay allowed: the components that measure themselves write them.
 */
export function pagePolicy({ nonce, hasBlob }: PagePolicy): string {
  // The development server evaluates what it reloads.
  const development = process.env.NODE_ENV === "production" ? "" : " 'unsafe-eval'";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    // Where the client of Vercel Blob sends files to.
    `connect-src 'self'${hasBlob ? " https://vercel.com" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
