// The control for one value, by the type that the template declares.
import { isObject, type Json } from "../shared/json";
import type { Field } from "../shared/service";

interface FieldInputProps {
  field: Field;
  id: string;
  value: Json | undefined;
  /** The id of the text that says what is wrong with the value. */
  complaint: string | undefined;
  onChange: (value: Json | undefined) => void;
}

export function FieldInput(props: FieldInputProps) {
  const { field } = props;
  if (field.type === "code" && field.many) return <ManyCodes {...props} />;
  if (field.type === "code") return <OneCode {...props} />;
  if (field.type === "boolean") return <YesNo {...props} />;
  if (field.type === "date" && isObject(props.value)) return <UnknownDate {...props} />;
  return <Line {...props} />;
}

const state = ({ field, id, complaint }: FieldInputProps) => ({
  id,
  "aria-required": field.required === true,
  "aria-invalid": complaint !== undefined,
  "aria-describedby": complaint,
});

const asText = (value: Json | undefined): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** What is typed so far; a number where the template wants one and the text is wholly one. */
function typed(field: Field, text: string): Json | undefined {
  if (text === "") return undefined;
  const number = Number(text);
  const isNumber = Number.isFinite(number) && String(number) === text;
  return field.type === "number" && isNumber ? number : text;
}

function Line(props: FieldInputProps) {
  const { field, value, onChange } = props;
  return (
    <input
      {...state(props)}
      value={asText(value)}
      placeholder={field.example ? `例：${field.example}` : ""}
      autocomplete="off"
      onInput={(event) => onChange(typed(field, event.currentTarget.value))}
    />
  );
}

function OneCode(props: FieldInputProps) {
  const { field, value, onChange } = props;
  return (
    <select
      {...state(props)}
      value={asText(value)}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    >
      <option value="">（記入しない）</option>
      {field.codes?.map((code) => (
        <option key={code} value={code}>
          {code}
        </option>
      ))}
    </select>
  );
}

function ManyCodes({ field, id, value, onChange }: FieldInputProps) {
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter((entry) => entry !== code) : [...chosen, code]);
  return (
    <div class="codes" id={id} role="group" aria-label={field.name}>
      {field.codes?.map((code) => (
        <label key={code}>
          <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
          {code}
        </label>
      ))}
    </div>
  );
}

function YesNo({ id, value, onChange }: FieldInputProps) {
  return (
    <input
      id={id}
      type="checkbox"
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** A date that is not wholly known prints its own wording (不詳表記). */
function UnknownDate(props: FieldInputProps) {
  const { field, value, onChange } = props;
  const known = isObject(value) ? value : {};
  return (
    <input
      {...state(props)}
      aria-label={`${field.name}（不詳表記）`}
      value={asText(known["不詳表記"])}
      onInput={(event) => onChange({ ...known, 不詳表記: event.currentTarget.value })}
    />
  );
}
