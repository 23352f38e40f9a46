/**
 * Changes the query of the page's address without a visit to the server: views can be kept and sent. An empty
 * value, null or `all` takes a parameter out.
 */
export function changeAddress(change: Record<string, string | null>) {
  const params = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === "" || value === "all") params.delete(key);
    else params.set(key, value);
  }
  const query = params.toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}
