/** Somebody as Slack knows them and where they are: enough for the rest of the bot to say what they may. */
export interface SlackPerson {
  readonly account: string;
  readonly userId: string;
  /** Where they are; the channel of their own talk with the bot for somebody who is in no room. */
  readonly channelId: string;
  readonly isDirect: boolean;
  /** Set for guests and for people of other workspaces: they have the rights of citizens at most. */
  readonly externalTenant?: string;
}
