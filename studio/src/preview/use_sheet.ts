// The drawn sheet that follows the data: the newest answer wins, a failed one leaves the last good sheet standing.
import { useEffect, useState } from "preact/hooks";
import type { JsonObject } from "../shared/json";
import { drawSheet, ProblemError, type Finding } from "../shared/service";

export interface DrawnSheet {
  svg: string;
  sheets: number;
  findings: Finding[];
  /** The data as they are cannot be printed; `svg` shows the last state that could. */
  stopped: boolean;
  busy: boolean;
}

const pauseMs = 120;

function asFindings(error: unknown): Finding[] {
  if (error instanceof ProblemError && error.problem.findings?.length) return error.problem.findings;
  const message = error instanceof Error ? error.message : String(error);
  return [{ severity: "error", code: "service", message: { ja: message, en: message } }];
}

export function useSheet(formId: string, data: JsonObject, sheet: number): DrawnSheet {
  const [drawn, setDrawn] = useState<DrawnSheet>({
    svg: "",
    sheets: 1,
    findings: [],
    stopped: true,
    busy: true,
  });

  useEffect(() => {
    const cancel = new AbortController();
    setDrawn((old) => ({ ...old, busy: true }));
    const timer = setTimeout(() => {
      drawSheet(formId, data, sheet, cancel.signal)
        .then((result) =>
          setDrawn({ ...result, findings: [], stopped: false, busy: false }),
        )
        .catch((error: unknown) => {
          if (cancel.signal.aborted) return;
          setDrawn((old) => ({ ...old, findings: asFindings(error), stopped: true, busy: false }));
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [formId, data, sheet]);

  return drawn;
}
