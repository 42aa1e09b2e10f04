import type { Field } from "../shared/service";

export const FieldHeading = ({ field }: { field: Field }) => (
  <>
    {field.name.replaceAll("_", " ")}
    {field.required && <span class="required">必須</span>}
  </>
);
