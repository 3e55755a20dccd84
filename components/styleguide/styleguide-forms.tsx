import { Example } from "@/components/styleguide/example";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Field, FieldRows, Fieldset } from "@/components/ui/field";
import { Input, Select, TextArea } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";

const OPTIONS = Array.from({ length: 20 }, (_, index) => ({ value: `${index}`, label: `Department ${index + 1}` }));
const HINT = "As printed in the document.";
const ERROR = "Enter a number, such as 402 or 15.4.";

/** Controls with their label, hint and error. */
export function StyleguideForms() {
  return (
    <>
      <Example title="Field and Input">
        <Field id="plain" label="Title">
          {(control) => <Input {...control} defaultValue="Transport projects" />}
        </Field>
        <Field id="hinted" label="Title" hint={HINT}>
          {(control) => <Input {...control} placeholder="Title" />}
        </Field>
        <Field id="wrong" label="Title" hint={HINT} error={ERROR}>
          {(control) => <Input {...control} defaultValue="x" />}
        </Field>
        <Field id="disabled" label="Disabled">
          {(control) => <Input {...control} disabled defaultValue="NT-T01" />}
        </Field>
        <Field id="compact" label="Compact" compact>
          {(control) => <Input {...control} compact defaultValue="2023" />}
        </Field>
      </Example>
      <Example title="FieldRows">
        <FieldRows>
          <Field id="row-name" label="Name">
            {(control) => <Input {...control} defaultValue="Transport Bureau" />}
          </Field>
          <Field id="row-code" label="Code" error="Use only letters, digits and hyphens.">
            {(control) => <Input {...control} defaultValue="a b" />}
          </Field>
        </FieldRows>
      </Example>
      <Example title="NumberInput and dates">
        <Field id="number" label="Value">
          {(control) => <NumberInput {...control} allowsNegative={false} defaultValue="28.98" />}
        </Field>
        <Field id="number-wrong" label="Value" error={ERROR}>
          {(control) => <NumberInput {...control} allowsNegative defaultValue="many" />}
        </Field>
        <Field id="day" label="Date">
          {(control) => <Input {...control} type="date" defaultValue="2023-09-30" />}
        </Field>
      </Example>
      <Example title="TextArea">
        <Field id="text" label="Note" className="w-80">
          {(control) => <TextArea {...control} rows={3} defaultValue="累计完成投资289.8亿元。" />}
        </Field>
        <Field id="text-wrong" label="Reason" error="Enter a reason." className="w-80">
          {(control) => <TextArea {...control} rows={3} />}
        </Field>
      </Example>
      <Example title="Select and Combobox">
        <Field id="select" label="Department">
          {(control) => <Select {...control} options={OPTIONS.slice(0, 3)} />}
        </Field>
        <Field id="select-wrong" label="Department" error="Choose one from the list.">
          {(control) => <Select {...control} options={OPTIONS.slice(0, 3)} />}
        </Field>
        <Field id="combobox" label="Department (search)">
          {(control) => <Combobox {...control} label="Department (search)" options={OPTIONS} defaultValue="4" />}
        </Field>
      </Example>
      <Example title="Fieldset and Checkbox">
        <Fieldset id="roles" legend="Roles">
          <Checkbox>Reporter</Checkbox>
          <Checkbox defaultChecked>Reviewer</Checkbox>
          <Checkbox disabled>Supervisor</Checkbox>
        </Fieldset>
        <Fieldset id="roles-wrong" legend="Roles" error="Choose at least one." framed>
          <Checkbox>Reporter</Checkbox>
        </Fieldset>
      </Example>
    </>
  );
}
