// The page: pick a form and a sample person, type over any value, see the sheet follow, take the PDF.
import { useCounter } from "./use_counter";
import { useForm } from "./use_form";
import { Workplace } from "./workplace";

export function PreviewPage() {
  const { tenant, forms, failure } = useCounter();
  const opened = useForm(forms[0]?.id);
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
