// The drawn sheet that follows the data: the newest answer wins, a failed one leaves the last good sheet standing.
import { useEffect, useState } from "preact/hooks";
import type { JsonObject } from "../shared/json";
import { drawSheet, ProblemError, type Finding, type SvgSheet } from "../shared/service";

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

const isGone = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.problem.findings?.some((finding) => finding.code === "document.no-such-sheet") === true;

/** The sheet asked for, or the last one where shorter data no longer fill that many. */
async function drawOrLast(
  formId: string,
  data: JsonObject,
  sheet: number,
  signal: AbortSignal,
): Promise<SvgSheet> {
  try {
    return await drawSheet(formId, data, sheet, signal);
  } catch (error) {
    if (sheet <= 1 || !isGone(error)) throw error;
    return drawOrLast(formId, data, sheet - 1, signal);
  }
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
      drawOrLast(formId, data, sheet, cancel.signal)
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
