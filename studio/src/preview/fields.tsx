// Entry of a form's data, made from the fields that its template declares.
import { findingsAt, hasErrors } from "../shared/findings";
import { toPointer, valueAt, withValue, type Json, type JsonObject, type Path } from "../shared/json";
import type { Field, Finding } from "../shared/service";
import { FieldHeading } from "./field_heading";
import { FieldFindings } from "./field_findings";
import { FieldInput } from "./field_input";
import { ItemList } from "./item_list";

export interface FieldListProps {
  fields: Field[];
  path: Path;
  data: JsonObject;
  findings: Finding[];
  onChange: (data: JsonObject) => void;
}

export interface FieldEntryProps extends Omit<FieldListProps, "fields"> {
  field: Field;
}

export function FieldList(props: FieldListProps) {
  return (
    <div class="fields">
      {props.fields.filter((field) => !field.computed).map((field) => (
        <FieldEntry key={field.name} {...props} field={field} path={[...props.path, field.name]} />
      ))}
    </div>
  );
}

function FieldEntry(props: FieldEntryProps) {
  if (props.field.type === "list") return <ItemList {...props} />;
  if (props.field.type === "group") return <Group {...props} />;
  return <OneValue {...props} />;
}

function Group({ field, ...rest }: FieldEntryProps) {
  const pointer = toPointer(rest.path);
  return (
    <fieldset class="group">
      <legend><FieldHeading field={field} /></legend>
      <FieldFindings findings={rest.findings.filter((finding) => finding.pointer === pointer)} />
      <FieldList {...rest} fields={field.fields ?? []} />
    </fieldset>
  );
}

function OneValue({ field, path, data, findings, onChange }: FieldEntryProps) {
  const pointer = toPointer(path);
  const found = findingsAt(findings, pointer);
  const mark = found.length === 0 ? "" : hasErrors(found) ? " wrong" : " doubtful";
  const set = (value: Json | undefined) => onChange(withValue(data, path, value) as JsonObject);
  return (
    <div class={`field${mark}`}>
      <label for={pointer} title={field.description}>
        <FieldHeading field={field} />
      </label>
      <FieldInput
        field={field}
        id={pointer}
        value={valueAt(data, path)}
        findings={found}
        complaint={found.length > 0 ? `${pointer}-finding` : undefined}
        onChange={set}
      />
      <FieldFindings findings={found} id={`${pointer}-finding`} />
    </div>
  );
}
