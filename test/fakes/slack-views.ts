import { isJson, listOf } from "./slack-blocks.ts";
import type { Delivered } from "./slack-delivery.ts";
import { enveloped, type Line } from "./slack-people.ts";
import type { FakeSlack } from "./slack-server.ts";
import { newTrigger, type Json } from "./slack-state.ts";
import { viewFault } from "./slack-view-faults.ts";

// nobody can type more into one box
const MAX_INPUT = 3_000;

/** What came of sending a modal off. */
export interface SentOff {
  readonly delivered: Delivered;
  /** Beside which field what was wrong; empty when nothing was. */
  readonly errors: Readonly<Record<string, string>>;
  /** The modal that is shown next, if one is. */
  readonly next: Json | undefined;
  readonly isClosed: boolean;
}

/** One person before the modals and the home page. */
export interface Clicks {
  /** The modal opened last. */
  top(): Json;
  /** Fills the modal in, by block; a choice by its value. Fields that have something in them keep it. */
  sendOff(view: Json, filled: Readonly<Record<string, string | number>>): Promise<SentOff>;
  openHome(): Promise<Delivered>;
  /** The page as published last for this person. */
  home(): Json;
  /** Presses what has this action id on the page; `chosen` for a select. */
  press(actionId: string, chosen?: string): Promise<Delivered>;
}

export function clicks(slack: FakeSlack, line: Line, user: string): Clicks {
  const { workspace } = slack;
  const direct = `D${user.slice(1)}`;
  const common = () => ({
    team: { id: workspace.teamId },
    user: { id: user, team_id: workspace.users.get(user)?.teamId },
    api_app_id: "A0APP",
    trigger_id: newTrigger(workspace),
  });
  const home = (): Json => {
    const page = workspace.views.findLast((each) => each["type"] === "home" && each["user_id"] === user);
    if (page === undefined) throw new Error(`${user} has no home page`);
    return page;
  };
  return {
    top() {
      const view = workspace.views.findLast(({ type }) => type === "modal");
      if (view === undefined) throw new Error("no modal is open");
      return view;
    },
    async sendOff(view, filled) {
      const delivered = await line.interaction({
        ...common(),
        type: "view_submission",
        view: { root_view_id: view["id"], ...view, state: { values: stateOf(view, filled) } },
      });
      const answer: Json = delivered.body === "" ? {} : JSON.parse(delivered.body);
      const action = answer["response_action"];
      let next: Json | undefined;
      if (isJson(answer["view"])) {
        const fault = viewFault(answer["view"]);
        if (fault !== null) throw new Error(`Slack would not show the next modal: ${fault}`);
        next = { id: `V${workspace.views.length + 1}`, root_view_id: view["id"], ...answer["view"] };
        workspace.views.push(next);
      }
      const errors = isJson(answer["errors"]) ? answer["errors"] : {};
      const blocks = new Set(listOf(view["blocks"]).map((block) => block["block_id"]));
      for (const id of Object.keys(errors)) {
        if (!blocks.has(id)) throw new Error(`an error beside ${id}, which is no block of the modal`);
      }
      return {
        delivered,
        errors: Object.fromEntries(Object.entries(errors).map(([id, words]) => [id, String(words)])),
        next,
        isClosed: action === "clear" || action === undefined,
      };
    },
    openHome() {
      workspace.channels.add(direct);
      const event = { type: "app_home_opened", user, channel: direct, tab: "home", event_ts: workspace.ts() };
      return line.event(enveloped(workspace, event, `Ev${workspace.ts()}`));
    },
    home,
    press(actionId, chosen) {
      const page = home();
      const all = listOf(page["blocks"]).flatMap((block) => [
        ...listOf(block["elements"]),
        ...(isJson(block["accessory"]) ? [block["accessory"]] : []),
      ]);
      const element = all.find((each) => each["action_id"] === actionId);
      if (element === undefined) throw new Error(`there is no ${actionId} on the page`);
      const option = listOf(element["options"]).find(({ value }) => value === chosen);
      return line.interaction({
        ...common(),
        type: "block_actions",
        container: { type: "view", view_id: page["id"] },
        view: page,
        actions: [
          {
            action_id: actionId,
            type: element["type"],
            ...(element["value"] === undefined ? {} : { value: element["value"] }),
            ...(option === undefined ? {} : { selected_option: option }),
            action_ts: workspace.ts(),
          },
        ],
      });
    },
  };
}

function stateOf(view: Json, filled: Readonly<Record<string, string | number>>): Json {
  const inputs = listOf(view["blocks"]).filter(({ type }) => type === "input");
  const missing = Object.keys(filled).find((id) => !inputs.some((block) => block["block_id"] === id));
  if (missing !== undefined) throw new Error(`the modal has no field ${missing}`);
  return Object.fromEntries(
    inputs.map((block) => {
      const id = String(block["block_id"]);
      const element = isJson(block["element"]) ? block["element"] : {};
      const value = stateValue(element, filled[id]);
      const isEmpty = Object.values(value).every((each) => each === null);
      if (isEmpty && block["optional"] !== true) throw new Error(`Slack would not send ${id} off empty`);
      return [id, { [String(element["action_id"])]: { type: element["type"], ...value } }];
    }),
  );
}

function stateValue(element: Json, given: string | number | undefined): Json {
  const options = listOf(element["options"]);
  switch (element["type"]) {
    case "datepicker":
      return { selected_date: given ?? null };
    case "datetimepicker":
      return { selected_date_time: given ?? null };
    case "static_select":
    case "radio_buttons": {
      const chosen = options.find(({ value }) => value === given);
      if (given !== undefined && chosen === undefined) throw new Error(`there is no choice ${given}`);
      return { selected_option: chosen ?? element["initial_option"] ?? null };
    }
    default: {
      const text = given ?? element["initial_value"] ?? null;
      if (String(text ?? "").length > MAX_INPUT) throw new Error("nobody can type that much");
      return { value: text };
    }
  }
}
