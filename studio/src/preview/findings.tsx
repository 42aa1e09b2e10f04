import { headingOf } from "../shared/findings";
import type { Finding } from "../shared/service";

export function FindingList({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul class="findings" aria-label="確認すること">
      {findings.map((finding, index) => (
        <li key={index} class={finding.severity}>
          <strong>{headingOf(finding)}</strong>
          {finding.pointer && <em>{placeName(finding.pointer)}</em>}
          <span>{finding.message.ja}</span>
          {finding.hints?.map((hint) => (
            <small key={hint.ja}>{hint.ja}</small>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** "/異動者/0/氏名" reads "異動者 1人目 氏名". */
const placeName = (pointer: string): string =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? `${Number(step) + 1}人目` : step.replaceAll("_", " ")))
    .join(" ");
