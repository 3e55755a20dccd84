import { getTranslations } from "next-intl/server";
import { InstructionEntry } from "@/components/instructions/instruction-entry";
import { InstructionForm } from "@/components/instructions/instruction-form";
import { RequestEntry } from "@/components/supervision/request-entry";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { Disclosure } from "@/components/ui/disclosure";
import { ListSection } from "@/components/ui/list-section";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import { REPLY_WORKING_DAYS } from "@/lib/domain/instructions/workflow";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import type { PersonNames } from "@/lib/views/account";
import type { InstructionView } from "@/lib/views/instruction";
import type { RequestView } from "@/lib/views/request";

interface TargetInstructionsProps extends TargetPartProps {
  readonly actor: Actor;
  readonly person: PersonNames;
  readonly today: IsoDate;
  readonly instructions: readonly InstructionView[];
  readonly requests: readonly RequestView[];
}

/** Instructions on this target and their replies; visible to the office and the owner only. */
export async function TargetInstructions(props: TargetInstructionsProps) {
  const { target, lang, actor, person, today, instructions, requests } = props;
  const [t, life] = await Promise.all([getTranslations("instructions"), getTranslations("life")]);
  const { code } = target;
  const scope = { target: scopeOf(target) };
  if (!can(actor, "instruction.read", scope)) return null;
  const may = (instruction: InstructionView) => {
    const instructionScope = { ...scope, instruction: { state: instruction.state } };
    if (can(actor, "instruction.reply", instructionScope)) return "reply";
    return can(actor, "instruction.withdraw", instructionScope) ? "judge" : "read";
  };
  return (
    <>
      <ListSection title={t("title")} none={t("none")} count={instructions.length}>
        {instructions.map((one) => (
          <InstructionEntry
            key={one.id}
            instruction={one}
            person={person}
            lang={lang}
            may={may(one)}
            showTarget={false}
          />
        ))}
      </ListSection>
      {can(actor, "instruction.send", scope) && (
        <Disclosure title={t("send")}>
          <InstructionForm
            code={code}
            start={{
              kind: "instruction",
              colour: "blue",
              body: "",
              replyDueOn: addWorkingDays(today, REPLY_WORKING_DAYS, target.importedDays),
            }}
          />
        </Disclosure>
      )}
      {requests.length > 0 && (
        <ListSection title={life("requests")} count={requests.length}>
          {requests.map((one) => (
            <RequestEntry key={one.id} request={one} actor={actor} person={person} lang={lang} showTarget={false} />
          ))}
        </ListSection>
      )}
    </>
  );
}
