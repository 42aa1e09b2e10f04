// What the service offers over HTTP; its types are made from api/openapi.json (npm run generate).
import type { components } from "./api_types_generated";
import type { JsonObject } from "./json";

type Schemas = components["schemas"];

export type Field = Schemas["Field"];
export type FormSummary = Schemas["FormSummary"];
export type Finding = Schemas["Finding"];
/** RFC 9457 problem document of the service. */
export type Problem = Schemas["Problem"];
/** Data are what the form's fields make them. */
export type FormDetail = Omit<Schemas["Form"], "samples"> & {
  samples: { title: string; data: JsonObject }[];
};

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
      : { type: "about:blank", title: "サービスが応答しませんでした", status: response.status },
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
