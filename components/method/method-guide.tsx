import { LightBadge } from "@/components/targets/light-badge";
import { PageHeader } from "@/components/ui/page-header";
import { StaticMarkup } from "@/components/ui/static-markup";
import type { Language } from "@/lib/i18n/languages";
import type { MethodBlock, MethodDocument, MethodExampleText, MethodSection } from "@/lib/wording/method-document";

function Block({ block }: { readonly block: MethodBlock }) {
  if (block.type === "text") return <p className="mt-2">{block.text}</p>;
  return (
    <ul className="mt-2 list-disc pl-5">
      {block.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Lights({ lights }: Pick<MethodDocument, "lights">) {
  return (
    <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[9rem_1fr]">
      {lights.map(({ light, meaning }) => (
        <div key={light} className="contents">
          <dt>
            <LightBadge light={light} freshness="current" />
          </dt>
          <dd className="mb-1 sm:mb-0">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

function Example({ title, light, freshness, facts }: MethodExampleText) {
  return (
    <section className="mt-4 break-inside-avoid border-l-2 pl-4">
      <h3 className="mb-1 text-sm font-bold">{title}</h3>
      <dl className="grid grid-cols-[5rem_1fr] gap-x-4 gap-y-1 tabular-nums">
        {facts.map(({ key, label, text }) => (
          <div key={key} className="contents">
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd>{key === "light" ? <LightBadge light={light} freshness={freshness} /> : text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Section({ section, lights }: { readonly section: MethodSection } & Pick<MethodDocument, "lights">) {
  return (
    <section id={section.key} className="mt-8 max-w-3xl">
      <h2>{section.title}</h2>
      {section.blocks.map((block) => (
        <Block key={block.type === "text" ? block.text : block.items[0]} block={block} />
      ))}
      {section.key === "lights" && <Lights lights={lights} />}
      {section.examples.map((example) => (
        <Example {...example} key={example.key} />
      ))}
    </section>
  );
}

interface MethodGuideProps {
  readonly document: MethodDocument;
  readonly lang: Language;
}

/** The rules of lights in plain words, with worked examples; the same text as docs/METHOD.md. */
export function MethodGuide({ document, lang }: MethodGuideProps) {
  return (
    <>
      <PageHeader title={document.title} lead={document.lead} />
      <StaticMarkup as="div" from={document} lang={lang}>
        <nav aria-label={document.contents} className="mt-4 print:hidden">
          <ol className="flex flex-wrap gap-x-5 gap-y-1">
            {document.sections.map(({ key, title }) => (
              <li key={key}>
                <a href={`#${key}`} className="inline-block py-1 underline">
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        {document.sections.map((section) => (
          <Section key={section.key} section={section} lights={document.lights} />
        ))}
      </StaticMarkup>
    </>
  );
}
