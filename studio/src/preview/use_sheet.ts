// The drawn sheet that follows the data: the newest answer wins, a failed one leaves the last good sheet standing.
import { useEffect, useState } from "preact/hooks";
import { findingsOf } from "../shared/findings";
import type { JsonObject } from "../shared/json";
import { untilAnswered } from "../shared/patience";
import {
  checkData,
  drawSheet,
  NoAnswerError,
  ProblemError,
  type Finding,
  type SvgSheet,
} from "../shared/service";

export interface DrawnSheet {
  svg: string;
  sheets: number;
  findings: Finding[];
  /**
   * "stopped": the data cannot be printed as they are; "silent": nobody says whether they can. `svg` is then the
   * last sheet that could.
   */
  condition: "clean" | "doubtful" | "stopped" | "silent";
  busy: boolean;
}

const pauseMs = 120;
const comingBack = "入力した内容は画面に残っています。つながると自動で描き直します。";

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

async function draw(
  formId: string,
  data: JsonObject,
  sheet: number,
  signal: AbortSignal,
): Promise<DrawnSheet> {
  const { svg, sheets, warnings } = await drawOrLast(formId, data, sheet, signal);
  const findings = warnings > 0 ? await checkData(formId, data, signal) : [];
  return { svg, sheets, findings, condition: warnings > 0 ? "doubtful" : "clean", busy: false };
}

export function useSheet(formId: string, data: JsonObject, sheet: number): DrawnSheet {
  const [drawn, setDrawn] = useState<DrawnSheet>({
    svg: "",
    sheets: 1,
    findings: [],
    condition: "stopped",
    busy: true,
  });

  useEffect(() => {
    const cancel = new AbortController();
    const { signal } = cancel;
    const stop = (error: unknown) => {
      if (signal.aborted) return;
      const findings = findingsOf(error, comingBack);
      const condition = error instanceof NoAnswerError ? "silent" : "stopped";
      setDrawn((old) => ({ ...old, findings, condition, busy: false }));
    };
    setDrawn((old) => ({ ...old, busy: true }));
    const timer = setTimeout(() => {
      untilAnswered(() => draw(formId, data, sheet, signal), signal, stop)
        .then((result) => signal.aborted || setDrawn(result))
        .catch(stop);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [formId, data, sheet]);

  return drawn;
}
