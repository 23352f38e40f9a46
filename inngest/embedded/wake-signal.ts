/** Waiting that a wake-up ends early; one that comes while nobody waits ends the next wait at once. */
export function createWakeSignal() {
  let isPending = false;
  let release: (() => void) | null = null;
  return {
    wake: () => {
      isPending = true;
      release?.();
    },
    wait: async (ms: number) => {
      if (!isPending) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          release = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      release = null;
      isPending = false;
    },
  };
}
