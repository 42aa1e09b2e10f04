// Data of a form as the service reads them.
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

/** One step into data: the name of a value, or the index of an item. */
export type Path = readonly (string | number)[];

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function valueAt(data: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => {
    if (Array.isArray(value) && typeof step === "number") return value[step];
    if (isObject(value) && typeof step === "string") return value[step];
    return undefined;
  }, data);
}

/** The same data with one value replaced; undefined removes it. Nothing is changed in place. */
export function withValue(data: Json | undefined, path: Path, value: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (typeof step === "number") {
    const items = Array.isArray(data) ? [...data] : [];
    if (rest.length === 0 && value === undefined) items.splice(step, 1);
    else items[step] = withValue(items[step], rest, value);
    return items;
  }
  const { [step]: old, ...others } = isObject(data) ? data : {};
  if (rest.length === 0 && value === undefined) return others;
  return { ...(isObject(data) ? data : {}), [step]: withValue(old, rest, value) };
}

/** RFC 6901. */
export const toPointer = (path: Path): string =>
  path.map((step) => "/" + String(step).replaceAll("~", "~0").replaceAll("/", "~1")).join("");
