// Whose counter this is and which forms it has.
import { useEffect, useState } from "preact/hooks";
import { untilAnswered } from "../shared/patience";
import { listForms, readTenant, type FormSummary, type Tenant } from "../shared/service";

export interface Counter {
  tenant: Tenant | null;
  forms: FormSummary[];
  failure: string;
}

export function useCounter(): Counter {
  const [counter, setCounter] = useState<Counter>({ tenant: null, forms: [], failure: "" });
  useEffect(() => {
    const cancel = new AbortController();
    const { signal } = cancel;
    const fail = (error: Error) => setCounter((old) => ({ ...old, failure: error.message }));
    untilAnswered(() => Promise.all([readTenant(signal), listForms(signal)]), signal, fail)
      .then(([tenant, forms]) => setCounter({ tenant, forms, failure: "" }))
      .catch((error: Error) => signal.aborted || fail(error));
    return () => cancel.abort();
  }, []);
  return counter;
}
