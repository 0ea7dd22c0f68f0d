import { useEffect, useState } from 'react';

const everyMs = 60_000;

/** The time, anew every minute, so that a clock on an open page goes on; or the given one, standing still. */
export function useNow(given?: Date): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return given ?? now;
}
