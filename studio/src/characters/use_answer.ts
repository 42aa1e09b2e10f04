// The newest answer to a question that changes while one types.
import { useEffect, useState } from "preact/hooks";
import { findingsOf } from "../shared/findings";
import { untilAnswered } from "../shared/patience";
import { NoAnswerError, type Finding } from "../shared/service";

export interface Answer<T> {
  value: T | null;
  /** The question that `value` answers: while a newer one waits, this is still the older. */
  key: string;
  findings: Finding[];
  busy: boolean;
}

const pauseMs = 200;
const answerMs = 10_000;

const nothing = { value: null, key: "", findings: [], busy: false };

const silence = findingsOf(
  new NoAnswerError("サービスにつながりません。"),
  "つながると自動で探し直します。",
);

/** A service that took the question and says nothing is as silent as one that is not there. */
async function answered<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const late = AbortSignal.timeout(answerMs);
  try {
    return await ask(AbortSignal.any([signal, late]));
  } catch (error) {
    throw late.aborted && !signal.aborted ? new NoAnswerError() : error;
  }
}

/** `key` is the question as text; empty asks nothing. */
export function useAnswer<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>(nothing);
  useEffect(() => {
    if (key === "") {
      setAnswer(nothing);
      return undefined;
    }
    const cancel = new AbortController();
    const { signal } = cancel;
    const wait = () =>
      signal.aborted || setAnswer((old) => ({ ...old, findings: silence, busy: false }));
    setAnswer((old) => ({ ...old, busy: true }));
    const timer = setTimeout(() => {
      untilAnswered(() => answered(ask, signal), signal, wait)
        .then((value) => signal.aborted || setAnswer({ value, key, findings: [], busy: false }))
        .catch((error: unknown) => {
          if (signal.aborted) return;
          const findings = findingsOf(error, "少し待って、もう一度探してください。");
          setAnswer({ value: null, key, findings, busy: false });
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [key]);
  return answer;
}
