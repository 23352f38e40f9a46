const mostRemembered = 1000;

/** Remembers what was made of a text: a position's few requirements are read again for each of its resumes. */
export function createMemory<T>(): (key: string, make: () => T) => T {
  const made = new Map<string, { value: T }>();
  return (key, make) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make();
    if (made.size >= mostRemembered) made.clear();
    made.set(key, { value });
    return value;
  };
}
