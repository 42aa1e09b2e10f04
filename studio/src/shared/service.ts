// What the service offers over HTTP (see /openapi.json).
import type { JsonObject } from "./json";

export type FieldType = "text" | "date" | "number" | "boolean" | "code" | "list" | "group";

export interface Field {
  name: string;
  type: FieldType;
  required?: boolean;
  description?: string;
  example?: string;
  maxLength?: number;
  maxItems?: number;
  codes?: string[];
  many?: boolean;
  fields?: Field[];
}

export interface FormSummary {
  id: string;
  version: string;
  title: string;
  description: string;
}

export interface Sample {
  title: string;
  data: JsonObject;
}

export interface FormDetail extends FormSummary {
  fields: Field[];
  samples: Sample[];
}

export interface Finding {
  severity: "error" | "warning";
  code: string;
  message: { ja: string; en: string };
  pointer?: string;
  element?: string;
  hints?: { ja: string; en: string }[];
}

/** RFC 9457 problem document of the service. */
export interface Problem {
  title: string;
  detail?: string;
  status: number;
  findings?: Finding[];
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

async function answer(response: Response): Promise<Response> {
  if (response.ok) return response;
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  throw new ProblemError(
    isProblem
      ? ((await response.json()) as Problem)
      : { title: "サービスが応答しませんでした", status: response.status },
  );
}

export async function listForms(): Promise<FormSummary[]> {
  const response = await answer(await fetch("/v1/forms"));
  return ((await response.json()) as { forms: FormSummary[] }).forms;
}

export async function readForm(id: string): Promise<FormDetail> {
  const response = await answer(await fetch(`/v1/forms/${encodeURIComponent(id)}`));
  return (await response.json()) as FormDetail;
}

const post = (id: string, document: string, data: JsonObject, signal?: AbortSignal) =>
  fetch(`/v1/forms/${encodeURIComponent(id)}/${document}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(data),
    ...(signal ? { signal } : {}),
  }).then(answer);

export interface SvgSheet {
  svg: string;
  sheets: number;
}

/** One sheet as SVG; `sheet` counts from 1. */
export async function drawSheet(
  id: string,
  data: JsonObject,
  sheet: number,
  signal: AbortSignal,
): Promise<SvgSheet> {
  const response = await post(id, `documents.svg?sheet=${sheet}`, data, signal);
  return {
    svg: await response.text(),
    sheets: Number(response.headers.get("madoguchi-sheets") ?? "1"),
  };
}

export async function printPdf(id: string, data: JsonObject): Promise<Blob> {
  return (await post(id, "documents.pdf", data)).blob();
}
