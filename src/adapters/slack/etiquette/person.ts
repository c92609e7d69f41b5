import type { People } from "../people.ts";
import type { Workspace } from "../workspace.ts";
import type { SlackPerson } from "./slack-person.ts";

/** Who somebody is; whoever comes with another team is a stranger without being asked after. */
export async function personOf(
  { workspace, people }: { readonly workspace: Workspace; readonly people: People },
  user: { readonly id: string; readonly team_id?: string | null | undefined },
  channelId: string,
): Promise<SlackPerson> {
  const team = user.team_id ?? "";
  const isElsewhere = team !== "" && team !== workspace.teamId && workspace.enterpriseId === undefined;
  const externalTenant = isElsewhere ? team : await people.externalTenant(user.id);
  return {
    account: workspace.teamId,
    userId: user.id,
    channelId,
    isDirect: channelId === "" || channelId.startsWith("D"),
    ...(externalTenant === undefined ? {} : { externalTenant }),
  };
}
