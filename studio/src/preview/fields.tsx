// Entry of a form's data, made from the fields that its template declares.
import { toPointer, valueAt, withValue, type Json, type JsonObject, type Path } from "../shared/json";
import type { Field, Finding } from "../shared/service";
import { FieldInput } from "./field_input";

interface FieldListProps {
  fields: Field[];
  path: Path;
  data: JsonObject;
  findings: Finding[];
  onChange: (data: JsonObject) => void;
}

export function FieldList(props: FieldListProps) {
  return (
    <div class="fields">
      {props.fields.map((field) => (
        <FieldEntry key={field.name} {...props} field={field} path={[...props.path, field.name]} />
      ))}
    </div>
  );
}

interface FieldEntryProps extends Omit<FieldListProps, "fields"> {
  field: Field;
}

const heading = (field: Field) => (
  <>
    {field.name.replaceAll("_", " ")}
    {field.required && <span class="required">必須</span>}
  </>
);

function FieldEntry({ field, path, data, findings, onChange }: FieldEntryProps) {
  if (field.type === "list") {
    return <ItemList {...{ field, path, data, findings, onChange }} />;
  }
  if (field.type === "group") {
    return (
      <fieldset class="group">
        <legend>{heading(field)}</legend>
        <FieldList fields={field.fields ?? []} {...{ path, data, findings, onChange }} />
      </fieldset>
    );
  }
  const pointer = toPointer(path);
  const complaint = `${pointer}-finding`;
  const wrong = findings.filter((finding) => finding.pointer === pointer);
  const set = (value: Json | undefined) => onChange(withValue(data, path, value) as JsonObject);
  return (
    <div class={wrong.length > 0 ? "field wrong" : "field"}>
      <label for={pointer} title={field.description}>
        {heading(field)}
      </label>
      <FieldInput
        field={field}
        id={pointer}
        value={valueAt(data, path)}
        complaint={wrong.length > 0 ? complaint : undefined}
        onChange={set}
      />
      {wrong.length > 0 && (
        <div class="field-finding" id={complaint}>
          {wrong.map((finding) => (
            <p key={finding.code}>{finding.message.ja}</p>
          ))}
        </div>
      )}
    </div>
  );
}

function ItemList({ field, path, data, findings, onChange }: FieldEntryProps) {
  const found = valueAt(data, path);
  const items = Array.isArray(found) ? found : [];
  const set = (at: Path, value: Json | undefined) => onChange(withValue(data, at, value) as JsonObject);
  return (
    <fieldset class="group">
      <legend>{heading(field)}</legend>
      {items.map((_, index) => (
        <div class="item" key={index}>
          <div class="item-head">
            <strong>{index + 1}人目</strong>
            <button
              type="button"
              aria-label={`${index + 1}人目を外す`}
              onClick={() => set([...path, index], undefined)}
            >
              外す
            </button>
          </div>
          <FieldList
            fields={field.fields ?? []}
            path={[...path, index]}
            {...{ data, findings, onChange }}
          />
        </div>
      ))}
      <button
        type="button"
        disabled={items.length >= (field.maxItems ?? Infinity)}
        onClick={() => set([...path, items.length], {})}
      >
        ＋ 追加する
      </button>
    </fieldset>
  );
}
