// What went wrong, in the one shape that the screen shows.
import { NoAnswerError, ProblemError, type Finding } from "./service";

const silenceCode = "service.no-answer";

/** `hint` says what to do when nobody answered. */
export function findingsOf(error: unknown, hint: string): Finding[] {
  if (error instanceof ProblemError && error.problem.findings?.length) return error.problem.findings;
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof NoAnswerError))
    return [{ severity: "error", code: "service", message: { ja: message, en: message } }];
  return [
    {
      severity: "error",
      code: silenceCode,
      message: { ja: message, en: "The service does not answer." },
      hints: [{ ja: hint, en: "" }],
    },
  ];
}

export function headingOf(finding: Finding): string {
  if (finding.code === silenceCode) return "つながりません";
  return finding.severity === "error" ? "印字できません" : "確認してください";
}

/** Those about one value: the value itself or what it is made of. */
export const findingsAt = (findings: Finding[], pointer: string): Finding[] =>
  findings.filter(
    (finding) => finding.pointer === pointer || finding.pointer?.startsWith(pointer + "/"),
  );

export const hasErrors = (findings: Finding[]): boolean =>
  findings.some((finding) => finding.severity === "error");
