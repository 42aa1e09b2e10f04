// The form that was chosen last, whichever answer comes last.
import { useEffect, useState } from "preact/hooks";
import { untilAnswered } from "../shared/patience";
import { readForm, type FormDetail } from "../shared/service";

export interface OpenedForm {
  /** What is open; it stays until the chosen one has come. */
  form: FormDetail | null;
  chosen: string;
  failure: string;
  choose: (id: string) => void;
}

export function useForm(first: string | undefined): OpenedForm {
  const [form, setForm] = useState<FormDetail | null>(null);
  const [choice, setChoice] = useState("");
  const [failure, setFailure] = useState("");
  const chosen = choice || first || "";

  useEffect(() => {
    if (chosen === "" || chosen === form?.id) return;
    const cancel = new AbortController();
    const { signal } = cancel;
    const fail = (error: Error) => setFailure(error.message);
    untilAnswered(() => readForm(chosen, signal), signal, fail)
      .then((opened) => {
        if (signal.aborted) return;
        setFailure("");
        setForm(opened);
      })
      .catch((error: Error) => {
        if (signal.aborted) return;
        fail(error);
        setChoice(form?.id ?? "");
      });
    return () => cancel.abort();
  }, [chosen]);

  const choose = (id: string) => {
    setFailure("");
    setChoice(id);
  };
  return { form, chosen, failure, choose };
}
