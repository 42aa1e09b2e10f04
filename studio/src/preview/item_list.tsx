// The people or things of a list, each with its fields.
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../shared/button";
import { toPointer, valueAt, withValue, type Json, type JsonObject, type Path } from "../shared/json";
import { FieldFindings } from "./field_findings";
import { FieldHeading } from "./field_heading";
import { FieldList, type FieldEntryProps } from "./fields";

export function ItemList({ field, path, data, findings, onChange }: FieldEntryProps) {
  const found = valueAt(data, path);
  const items = Array.isArray(found) ? found : [];
  const { holder, removing } = useFocusAfterRemoval(items.length);
  const set = (at: Path, value: Json | undefined) => onChange(withValue(data, at, value) as JsonObject);
  const remove = (index: number) => {
    removing(index);
    set([...path, index], undefined);
  };
  const pointer = toPointer(path);
  return (
    <fieldset class="group" ref={holder}>
      <legend><FieldHeading field={field} /></legend>
      <FieldFindings findings={findings.filter((finding) => finding.pointer === pointer)} />
      {items.map((_, index) => (
        <div class="item" key={index}>
          <div class="item-head">
            <strong>{index + 1}人目</strong>
            <Button label={`${index + 1}人目を外す`} onPress={() => remove(index)}>
              外す
            </Button>
          </div>
          <FieldList
            fields={field.fields ?? []}
            path={[...path, index]}
            {...{ data, findings, onChange }}
          />
        </div>
      ))}
      <Button
        usable={items.length < (field.maxItems ?? Infinity)}
        onPress={() => set([...path, items.length], {})}
      >
        ＋ 追加する
      </Button>
    </fieldset>
  );
}

/** The button that was pressed is gone: the keyboard goes on at the next item, the last one, or at adding. */
function useFocusAfterRemoval(count: number) {
  const holder = useRef<HTMLFieldSetElement>(null);
  const removed = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (removed.current === null) return;
    const heads = holder.current?.querySelectorAll<HTMLElement>(":scope > .item > .item-head > button");
    const adding = holder.current?.querySelector<HTMLElement>(":scope > button");
    const next = heads?.[Math.min(removed.current, heads.length - 1)] ?? adding;
    next?.focus();
    removed.current = null;
  }, [count]);
  return { holder, removing: (index: number) => (removed.current = index) };
}
