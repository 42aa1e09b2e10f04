// What all controls of values have in common.
import type { Json } from "../shared/json";
import type { FieldInputProps } from "./field_input";

/** Attributes of a control; what is wrong at one of `pointers` is wrong with it. */
export const state = (
  { field, id, findings, complaint }: FieldInputProps,
  pointers: string[] = [id],
) => ({
  id,
  "aria-required": field.required === true,
  "aria-invalid": findings.some(
    ({ severity, pointer }) => severity === "error" && pointers.includes(pointer ?? ""),
  ),
  "aria-describedby": complaint,
});

export const asText = (value: Json | undefined): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
