// The page: pick a form and a sample person, type over any value, see the sheet follow, take the PDF.
import { useEffect, useState } from "preact/hooks";
import type { JsonObject } from "../shared/json";
import { listForms, readForm, type FormDetail, type FormSummary } from "../shared/service";
import { FieldList } from "./fields";
import { FindingList } from "./findings";
import { PdfButton } from "./pdf_button";
import { SheetView } from "./sheet_view";
import { useSheet } from "./use_sheet";

export function PreviewPage() {
  const [forms, setForms] = useState<FormSummary[]>([]);
  const [form, setForm] = useState<FormDetail | null>(null);
  const [data, setData] = useState<JsonObject>({});
  const [failure, setFailure] = useState("");

  const open = (id: string) =>
    readForm(id)
      .then((detail) => {
        setForm(detail);
        setData(detail.samples[0]?.data ?? {});
      })
      .catch((error: Error) => setFailure(error.message));

  useEffect(() => {
    listForms()
      .then((all) => {
        setForms(all);
        if (all[0]) void open(all[0].id);
      })
      .catch((error: Error) => setFailure(error.message));
  }, []);

  return (
    <div class="page">
      <header class="bar">
        <h1>
          窓口 <small>様式の印字</small>
        </h1>
        <p class="tenant">架空県みなと市（見本）</p>
      </header>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {form && (
        <Workplace
          key={form.id}
          forms={forms}
          form={form}
          data={data}
          onOpen={open}
          onChange={setData}
        />
      )}
    </div>
  );
}

interface WorkplaceProps {
  forms: FormSummary[];
  form: FormDetail;
  data: JsonObject;
  onOpen: (id: string) => void;
  onChange: (data: JsonObject) => void;
}

function Workplace({ forms, form, data, onOpen, onChange }: WorkplaceProps) {
  const [sheet, setSheet] = useState(1);
  const drawn = useSheet(form.id, data, sheet);
  const [sampleTitle, setSampleTitle] = useState(form.samples[0]?.title ?? "");

  const pickSample = (title: string) => {
    setSampleTitle(title);
    setSheet(1);
    onChange(form.samples.find((sample) => sample.title === title)?.data ?? {});
  };

  return (
    <main class="workplace">
      <section class="entry" aria-label="入力">
        <div class="picks">
          <label for="form">様式</label>
          <select
            id="form"
            value={form.id}
            onChange={(event) => onOpen(event.currentTarget.value)}
          >
            {forms.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.title}
              </option>
            ))}
          </select>
          <label for="sample">見本</label>
          <select
            id="sample"
            value={sampleTitle}
            onChange={(event) => pickSample(event.currentTarget.value)}
          >
            {form.samples.map((sample) => (
              <option key={sample.title} value={sample.title}>
                {sample.title}
              </option>
            ))}
          </select>
        </div>
        <FieldList fields={form.fields} path={[]} data={data} findings={drawn.findings} onChange={onChange} />
      </section>
      <section class="preview" aria-label="印字の見本">
        <div class="actions">
          <SheetSteps sheet={Math.min(sheet, drawn.sheets)} sheets={drawn.sheets} onStep={setSheet} />
          <p class="state" role="status">
            {drawn.busy ? "描画中…" : drawn.findings.length > 0 ? "確認が必要です" : "印字できます"}
          </p>
          <PdfButton form={form} data={data} disabled={drawn.stopped} />
        </div>
        <FindingList findings={drawn.findings} />
        <SheetView svg={drawn.svg} title={form.title} stale={drawn.stopped} />
      </section>
    </main>
  );
}

interface SheetStepsProps {
  sheet: number;
  sheets: number;
  onStep: (sheet: number) => void;
}

function SheetSteps({ sheet, sheets, onStep }: SheetStepsProps) {
  return (
    <div class="steps">
      <button type="button" disabled={sheet <= 1} onClick={() => onStep(sheet - 1)}>
        前の枚
      </button>
      <span>
        {sheet}／{sheets}枚
      </span>
      <button type="button" disabled={sheet >= sheets} onClick={() => onStep(sheet + 1)}>
        次の枚
      </button>
    </div>
  );
}
