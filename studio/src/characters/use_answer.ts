// The newest answer to a question that changes while one types.
import { useEffect, useState } from "preact/hooks";
import { findingsOf } from "../shared/findings";
import type { Finding } from "../shared/service";

export interface Answer<T> {
  value: T | null;
  findings: Finding[];
  busy: boolean;
}

const pauseMs = 200;

/** `key` is the question as text; empty asks nothing. */
export function useAnswer<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ value: null, findings: [], busy: false });
  useEffect(() => {
    if (key === "") {
      setAnswer({ value: null, findings: [], busy: false });
      return undefined;
    }
    const cancel = new AbortController();
    const { signal } = cancel;
    setAnswer((old) => ({ ...old, busy: true }));
    const timer = setTimeout(() => {
      ask(signal)
        .then((value) => signal.aborted || setAnswer({ value, findings: [], busy: false }))
        .catch((error: unknown) => {
          if (signal.aborted) return;
          const findings = findingsOf(error, "少し待って、もう一度探してください。");
          setAnswer({ value: null, findings, busy: false });
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [key]);
  return answer;
}
