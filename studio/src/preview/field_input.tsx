// The control for one value, by the type that the template declares.
import type { ComponentChildren } from "preact";
import { CharacterButton } from "../characters/character_button";
import type { Json } from "../shared/json";
import type { Field, Finding } from "../shared/service";
import { asText, state } from "./control";
import { DateInput } from "./date_input";

export interface FieldInputProps {
  field: Field;
  id: string;
  value: Json | undefined;
  /** About this value. */
  findings: Finding[];
  /** The id of the text that says them. */
  complaint: string | undefined;
  onChange: (value: Json | undefined) => void;
}

export function FieldInput(props: FieldInputProps) {
  const { field } = props;
  if (field.type === "code" && field.many) return <ManyCodes {...props} />;
  if (field.type === "code") return <OneCode {...props} />;
  if (field.type === "boolean") return <YesNo {...props} />;
  if (field.type === "date") return <DateInput {...props} />;
  if (field.multiline) return <Lines {...props} />;
  return <Line {...props} />;
}

/** What is typed so far; a number where the template wants one and the text is wholly one, also in
 * the full-width digits of an input method. */
function typed(field: Field, text: string): Json | undefined {
  if (text === "") return undefined;
  if (field.type !== "number") return text;
  const narrow = text.normalize("NFKC").trim();
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(narrow) && String(Number(narrow)) === narrow;
  return isNumber ? Number(narrow) : text;
}

/** "1～99" where the template says so. */
function range(field: Field): string {
  if (field.minimum === undefined && field.maximum === undefined) return "";
  return `${field.minimum ?? ""}～${field.maximum ?? ""}`;
}

const placeholder = (example: string | undefined): string => (example ? `例：${example}` : "");

function Line(props: FieldInputProps) {
  const { field, value, onChange } = props;
  const input = (
    <input
      {...state(props)}
      value={asText(value)}
      placeholder={placeholder(field.example) || range(field)}
      inputMode={field.type === "number" ? "decimal" : undefined}
      autocomplete="off"
      onInput={(event) => onChange(typed(field, event.currentTarget.value))}
    />
  );
  return field.type === "text" ? <WithCharacters {...props}>{input}</WithCharacters> : input;
}

function Lines(props: FieldInputProps) {
  const { field, value, onChange } = props;
  const text = asText(value);
  return (
    <WithCharacters {...props}>
      <textarea
        {...state(props)}
        value={text}
        rows={Math.min(8, Math.max(2, text.split("\n").length))}
        placeholder={placeholder(field.example)}
        autocomplete="off"
        onInput={(event) => onChange(event.currentTarget.value || undefined)}
      />
    </WithCharacters>
  );
}

/** An input shows the browser's shapes; the button beside it shows those that will be printed. */
function WithCharacters(props: FieldInputProps & { children: ComponentChildren }) {
  return (
    <div class="with-characters">
      {props.children}
      <CharacterButton
        title={props.field.name.replaceAll("_", " ")}
        text={asText(props.value)}
        onChange={(text) => props.onChange(text || undefined)}
      />
    </div>
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

function ManyCodes({ field, id, value, complaint, onChange }: FieldInputProps) {
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter((entry) => entry !== code) : [...chosen, code]);
  return (
    <div class="codes" id={id} role="group" aria-label={field.name} aria-describedby={complaint}>
      {field.codes?.map((code) => (
        <label key={code}>
          <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
          {code}
        </label>
      ))}
    </div>
  );
}

function YesNo({ id, value, complaint, onChange }: FieldInputProps) {
  return (
    <input
      id={id}
      type="checkbox"
      checked={value === true}
      aria-describedby={complaint}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
