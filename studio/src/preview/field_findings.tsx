import type { Finding } from "../shared/service";

interface FieldFindingsProps {
  findings: Finding[];
  id?: string;
}

/** What there is to say about one value, where it is entered. */
export function FieldFindings({ findings, id }: FieldFindingsProps) {
  if (findings.length === 0) return null;
  return (
    <div class="field-finding" id={id}>
      {findings.map((finding, index) => (
        <p key={index} class={finding.severity}>
          {finding.message.ja}
        </p>
      ))}
    </div>
  );
}
