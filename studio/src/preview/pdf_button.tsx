import { useState } from "preact/hooks";
import { Button } from "../shared/button";
import { findingsOf } from "../shared/findings";
import type { JsonObject } from "../shared/json";
import { printPdf, type Finding, type FormDetail } from "../shared/service";

interface PdfButtonProps {
  form: FormDetail;
  data: JsonObject;
  usable: boolean;
  onRefused: (findings: Finding[]) => void;
}

const again = "もう一度「PDFを作る」を押してください。";

export function PdfButton({ form, data, usable, onRefused }: PdfButtonProps) {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    onRefused([]);
    try {
      const url = URL.createObjectURL(await printPdf(form.id, data));
      const link = document.createElement("a");
      link.href = url;
      // The file name says which form it is, never whose.
      link.download = `${form.title}.pdf`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (error) {
      onRefused(findingsOf(error, again));
    }
    setBusy(false);
  };
  return (
    <Button class="primary" usable={usable && !busy} onPress={save}>
      PDFを作る
    </Button>
  );
}
