// The page: pick a form and a sample person, type over any value, see the sheet follow, take the PDF.
import type { FormSummary } from "../shared/service";
import { useCounter } from "./use_counter";
import { useForm } from "./use_form";
import { Workplace } from "./workplace";

/** The form that the address names (/?form=residence-change), else the first. */
function askedFor(forms: FormSummary[]): FormSummary | undefined {
  const asked = new URLSearchParams(location.search).get("form");
  return forms.find(({ id }) => id === asked) ?? forms[0];
}

export function PreviewPage() {
  const { tenant, forms, failure } = useCounter();
  const opened = useForm(askedFor(forms)?.id);
  const complaint = failure || opened.failure;
  return (
    <div class="page">
      <header class="bar">
        <h1>
          窓口 <small>様式の印字</small>
        </h1>
        <nav>
          <a href="/characters.html">文字を調べる</a>
        </nav>
        <p class="tenant">{tenant?.name}</p>
      </header>
      {complaint && (
        <p class="failure" role="alert">
          {complaint}
        </p>
      )}
      {opened.form && (
        <Workplace
          key={opened.form.id}
          forms={forms}
          form={opened.form}
          chosen={opened.chosen}
          onChoose={opened.choose}
        />
      )}
    </div>
  );
}
