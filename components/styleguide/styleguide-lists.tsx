import { Example } from "@/components/styleguide/example";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { DataTableHead } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { FormPanel } from "@/components/ui/form-panel";
import { ListSection } from "@/components/ui/list-section";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { ShowMore } from "@/components/ui/show-more";

const ENTRIES = Array.from({ length: 14 }, (_, index) => `NT-T${index + 1}`);

/** Messages, lists, tables and disclosures. */
export function StyleguideLists() {
  return (
    <>
      <Example title="Notice">
        {(["neutral", "accent", "error"] as const).map((tone) => (
          <Notice key={tone} tone={tone}>
            A notice of the tone {tone}.
          </Notice>
        ))}
      </Example>
      <Example title="EmptyState">
        <EmptyState action={<Button size="sm">Clear the filters</Button>}>No targets match.</EmptyState>
      </Example>
      <Example title="PageHeader">
        <PageHeader title="Transport investment" context="NT-T02" lead="CNY 40.2 billion in 2023, up about 27%." />
      </Example>
      <Example title="ListSection">
        <ListSection title="Requests" count={2}>
          <li className="py-2">NT-T01</li>
          <li className="py-2">NT-T02</li>
        </ListSection>
        <ListSection title="Drafts" count={0} none="No targets to issue.">
          {[]}
        </ListSection>
      </Example>
      <Example title="ShowMore">
        <div className="w-60">
          <ShowMore label={() => "2 more"}>
            {ENTRIES.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ShowMore>
        </div>
      </Example>
      <Example title="Table in a ScrollRegion">
        <ScrollRegion label="Targets" className="w-full">
          <table className="w-full border-collapse">
            <DataTableHead
              columns={[
                { key: "code", label: "Code", sort: "ascending" },
                { key: "value", label: "Value", align: "right" },
              ]}
            />
            <tbody className="divide-y">
              {ENTRIES.slice(0, 3).map((code, index) => (
                <tr key={code}>
                  <td className="py-2 pr-3">{code}</td>
                  <td className="py-2 pr-3 text-right tabular-nums">{(index + 1) * 1234.5}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </Example>
      <Example title="Disclosure">
        <Disclosure title="Definitions">Closed by default.</Disclosure>
        <div className="w-80">
          <Disclosure title="A closed entry of a list" isEntry>
            Its title is printed too.
          </Disclosure>
        </div>
      </Example>
      <Example title="CodeBlock">
        <CodeBlock>{'<iframe src="https://guatu.example/embed/targets/NT-T02"></iframe>'}</CodeBlock>
      </Example>
      {/* Outside of the pictures: closed, it is a Button. */}
      <section aria-label="FormPanel" className="grid justify-items-start gap-3 border-t pt-3">
        <h2 className="mt-0">FormPanel</h2>
        <FormPanel id="styleguide-panel" button="Issue" title="Issue NT-T01" close="Cancel">
          <p>Closed by Escape; what was typed stays.</p>
        </FormPanel>
      </section>
    </>
  );
}
