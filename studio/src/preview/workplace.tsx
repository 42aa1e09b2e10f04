// One form at work: its entry on one side, its sheet on the other.
import { useState } from "preact/hooks";
import type { JsonObject } from "../shared/json";
import type { Finding, FormDetail, FormSummary } from "../shared/service";
import { FieldList } from "./fields";
import { FindingList } from "./findings";
import { PdfButton } from "./pdf_button";
import { Pick } from "./pick";
import { SheetSteps } from "./sheet_steps";
import { SheetView } from "./sheet_view";
import { useSheet, type DrawnSheet } from "./use_sheet";

interface WorkplaceProps {
  forms: FormSummary[];
  form: FormDetail;
  /** The form that is coming in this one's place, or this one. */
  chosen: string;
  onChoose: (id: string) => void;
}

interface Refusal {
  data: JsonObject;
  findings: Finding[];
}

const words: Record<DrawnSheet["condition"], string> = {
  clean: "印字できます",
  doubtful: "印字できますが、確認が必要です",
  stopped: "確認が必要です",
  silent: "サービスにつながりません",
};

export function Workplace({ forms, form, chosen, onChoose }: WorkplaceProps) {
  const samples = form.samples.map((sample) => sample.title);
  const [sample, setSample] = useState(samples[0] ?? "");
  const [data, setData] = useState<JsonObject>(form.samples[0]?.data ?? {});
  const [sheet, setSheet] = useState(1);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const drawn = useSheet(form.id, data, sheet);
  const opening = chosen !== form.id;
  const prints = drawn.condition === "clean" || drawn.condition === "doubtful";
  // What the PDF was refused for holds until something else is entered; a sheet that stopped says it too.
  const refused = refusal?.data === data && prints ? refusal.findings : [];
  const findings = [...refused, ...drawn.findings];
  const condition = refused.length > 0 ? "stopped" : drawn.condition;

  const pickSample = (title: string) => {
    setSample(title);
    setSheet(1);
    setData(form.samples.find((one) => one.title === title)?.data ?? {});
  };
  const state = opening ? "様式を開いています…" : drawn.busy ? "描画中…" : words[condition];

  return (
    <main class="workplace">
      <section class="entry" aria-label="入力">
        <div class="picks">
          <Pick
            id="form"
            label="様式"
            options={forms.map(({ id, title }) => ({ value: id, title }))}
            value={chosen}
            onPick={onChoose}
          />
          <Pick
            id="sample"
            label="見本"
            options={samples.map((title) => ({ value: title, title }))}
            value={sample}
            onPick={pickSample}
          />
        </div>
        {/* What would be typed now would be gone when the other form has come. */}
        <div class={opening ? "opening" : undefined} inert={opening}>
          <FieldList {...{ data, findings }} fields={form.fields} path={[]} onChange={setData} />
        </div>
      </section>
      <section class="preview" aria-label="印字の見本">
        <div class="actions">
          <SheetSteps sheet={Math.min(sheet, drawn.sheets)} sheets={drawn.sheets} onStep={setSheet} />
          <p class={`state ${condition}`} role="status">
            {state}
          </p>
          <a class="to-sheet" href="#sheet">
            印字の見本へ
          </a>
          <PdfButton
            form={form}
            data={data}
            usable={prints && !opening}
            onRefused={(reasons) => setRefusal({ data, findings: reasons })}
          />
        </div>
        <FindingList findings={findings} />
        <SheetView svg={drawn.svg} title={form.title} stale={!prints} />
      </section>
    </main>
  );
}
