import { useState } from "preact/hooks";
import type { JsonObject } from "../shared/json";
import { printPdf, type FormDetail } from "../shared/service";

interface PdfButtonProps {
  form: FormDetail;
  data: JsonObject;
  disabled: boolean;
}

export function PdfButton({ form, data, disabled }: PdfButtonProps) {
  const [failure, setFailure] = useState("");
  const save = async () => {
    setFailure("");
    try {
      const url = URL.createObjectURL(await printPdf(form.id, data));
      const link = document.createElement("a");
      link.href = url;
      // The file name says which form it is, never whose.
      link.download = `${form.title}.pdf`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <button type="button" class="primary" disabled={disabled} onClick={save}>
        PDFを作る
      </button>
      {failure && <p role="alert">{failure}</p>}
    </>
  );
}
