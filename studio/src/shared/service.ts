// What the service offers over HTTP; its types are made from api/openapi.json (npm run generate).
import type { components } from "./api_types_generated";
import type { JsonObject } from "./json";

type Schemas = components["schemas"];

export type Tenant = Schemas["Tenant"];
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

/** Nobody answered, or only with "not now": the same question may be answered later. */
export class NoAnswerError extends Error {
  constructor(message = "サービスから応答がありません。") {
    super(message);
  }
}

/** A proxy in front of a service that is down, and a service that is busy or closing. */
const notNow = [502, 503];

async function problemOf(response: Response): Promise<Error> {
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  const problem: Problem = isProblem
    ? ((await response.json()) as Problem)
    : { type: "about:blank", title: "サービスの応答を読めませんでした。", status: response.status };
  if (!notNow.includes(response.status)) return new ProblemError(problem);
  return isProblem ? new NoAnswerError(problem.title) : new NoAnswerError();
}

/** `read` belongs to the asking: a connection can be lost in the middle of an answer. */
async function ask<T>(
  path: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  try {
    const response = await fetch(path, init);
    if (!response.ok) throw await problemOf(response);
    return await read(response);
  } catch (error) {
    const answered = error instanceof ProblemError || error instanceof NoAnswerError;
    if (answered || init.signal?.aborted) throw error;
    throw new NoAnswerError();
  }
}

export const readTenant = (signal: AbortSignal): Promise<Tenant> =>
  ask("/v1/tenant", { signal }, (response) => response.json() as Promise<Tenant>);

export const listForms = (signal: AbortSignal): Promise<FormSummary[]> =>
  ask("/v1/forms", { signal }, async (response) => {
    const list = (await response.json()) as Schemas["FormList"];
    return list.forms;
  });

const formPath = (id: string) => `/v1/forms/${encodeURIComponent(id)}`;

export const readForm = (id: string, signal: AbortSignal): Promise<FormDetail> =>
  ask(formPath(id), { signal }, (response) => response.json() as Promise<FormDetail>);

const posted = (data: JsonObject, signal?: AbortSignal): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(data),
  ...(signal ? { signal } : {}),
});

export interface SvgSheet {
  svg: string;
  sheets: number;
  /** How many warnings there are for all sheets; checkData() tells them. */
  warnings: number;
}

/** One sheet as SVG; `sheet` counts from 1. */
export const drawSheet = (
  id: string,
  data: JsonObject,
  sheet: number,
  signal: AbortSignal,
): Promise<SvgSheet> =>
  ask(`${formPath(id)}/documents.svg?sheet=${sheet}`, posted(data, signal), async (response) => ({
    svg: await response.text(),
    sheets: Number(response.headers.get("madoguchi-sheets") ?? "1"),
    warnings: Number(response.headers.get("madoguchi-warnings") ?? "0"),
  }));

export const checkData = (id: string, data: JsonObject, signal: AbortSignal): Promise<Finding[]> =>
  ask(`${formPath(id)}/findings`, posted(data, signal), async (response) => {
    const list = (await response.json()) as Schemas["FindingList"];
    return list.findings;
  });

export const printPdf = (id: string, data: JsonObject): Promise<Blob> =>
  ask(`${formPath(id)}/documents.pdf`, posted(data), (response) => response.blob());

export type Character = Schemas["Character"];
export type CharacterPicture = Schemas["CharacterPicture"];
export type CharacterList = Schemas["CharacterList"];
export type CharacterSearch = Schemas["CharacterSearch"];
export type Variants = Schemas["VariantList"]["characters"][number];

export const searchCharacters = (
  search: CharacterSearch,
  signal: AbortSignal,
): Promise<CharacterList> =>
  ask("/v1/characters/search", posted({ ...search }, signal), (response) => response.json());

/**
 * One entry for each character of the text, in its order; the service answers equal ones once.
 * A name goes in the body: an address would stay in logs.
 */
export const findVariants = (text: string, signal: AbortSignal): Promise<Variants[]> =>
  ask("/v1/characters/variants", posted({ text }, signal), async (response) => {
    const list = (await response.json()) as Schemas["VariantList"];
    return list.places.flatMap((place) => list.characters[place] ?? []);
  });
