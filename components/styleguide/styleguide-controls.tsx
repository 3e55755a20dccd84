import { Dialogs } from "@/components/styleguide/dialogs";
import { Example } from "@/components/styleguide/example";
import { LightBadge } from "@/components/targets/light-badge";
import { Badge } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { FilterFold, FilterMenu } from "@/components/ui/filter-menu";
import { Menu } from "@/components/ui/menu";
import { PendingButton } from "@/components/ui/pending-button";
import { Progress } from "@/components/ui/progress";
import { LIGHTS } from "@/lib/domain/targets/types";

const VARIANTS = ["primary", "secondary", "danger"] as const;
const OPTIONS = [
  { value: "transport", label: "Transport Bureau" },
  { value: "commerce", label: "Commerce Bureau" },
];

/** Lights, buttons, menus and what opens over the page. */
export function StyleguideControls() {
  return (
    <>
      <Example title="LightBadge">
        {LIGHTS.map((light) => (
          <LightBadge key={light} light={light} freshness="current" />
        ))}
      </Example>
      <Example title="LightBadge late and adjusted">
        {LIGHTS.map((light) => (
          <LightBadge key={light} light={light} freshness="late" adjusted />
        ))}
      </Example>
      <Example title="Button">
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant}>
            {variant}
          </Button>
        ))}
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant} size="sm">
            small {variant}
          </Button>
        ))}
      </Example>
      <Example title="Button pending and disabled">
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant} pending>
            pending {variant}
          </Button>
        ))}
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant} disabled>
            disabled {variant}
          </Button>
        ))}
      </Example>
      <Example title="PendingButton and a link as a button">
        <PendingButton>Submit</PendingButton>
        <a href="/styleguide" className={buttonClass()}>
          A link as a button
        </a>
      </Example>
      <Example title="Badge">
        <Badge>adjusted</Badge>
        <Badge>调整后</Badge>
      </Example>
      <Example title="Progress">
        {[null, 0, 0.5, 1, 1.2].map((ratio) => (
          <div key={ratio} className="w-40">
            <Progress ratio={ratio} label={ratio === null ? "not known" : `${ratio * 100} %`} />
          </div>
        ))}
      </Example>
      <Example title="Menu, FilterMenu and CopyLink">
        <Menu label="Menu">
          <p>Tools of a page</p>
        </Menu>
        <FilterMenu name="department" label="Department" options={OPTIONS} chosen={[]} />
        <FilterMenu name="owner" label="Owner" options={OPTIONS} chosen={["transport"]} />
        <CopyLink label="Copy link" copied="Copied" />
      </Example>
      <Example title="FilterFold">
        <FilterFold label="Filters" count={1}>
          <FilterMenu name="office" label="Office" options={OPTIONS} chosen={["commerce"]} />
        </FilterFold>
      </Example>
      <Example title="ConfirmDialog and Toast">
        <Dialogs />
      </Example>
    </>
  );
}
