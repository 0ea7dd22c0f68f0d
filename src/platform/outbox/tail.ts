/**
 * Runs a step again and again: at once when woken, else every `everyMs`, one at a time, and until
 * it reports that nothing is left. A failing step is reported and tried again with growing pauses.
 */
export type Tail = {
  wake(): void;
  /** Resolves when the step has run after this call and found nothing more to do. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

export function startTail(options: {
  step: () => Promise<number>;
  everyMs: number;
  onError: (error: unknown) => void;
}): Tail {
  let stopped = false;
  let woken = true;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let waiting: { resolve: () => void; reject: (error: unknown) => void }[] = [];

  const plan = (delay: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(run, delay).unref();
  };
  const step = async (served: typeof waiting) => {
    try {
      const done = await options.step();
      failures = 0;
      if (done > 0) {
        woken = true;
        waiting.push(...served);
      } else {
        for (const each of served) each.resolve();
      }
    } catch (error) {
      failures += 1;
      options.onError(error);
      for (const each of served) each.reject(error);
    }
  };
  const run = () => {
    if (running || stopped) return;
    woken = false;
    const served = waiting;
    waiting = [];
    running = step(served).finally(() => {
      running = undefined;
      const again = woken && failures === 0;
      plan(again ? 0 : failures > 0 ? Math.min(60_000, 500 * 2 ** failures) : options.everyMs);
    });
  };
  plan(0);
  return {
    wake() {
      woken = true;
      if (!running) plan(0);
    },
    settled: () =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        woken = true;
        if (!running) plan(0);
      }),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      for (const each of waiting) each.resolve();
    },
  };
}
