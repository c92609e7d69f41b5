import { partsOf } from "../../calendar/day.ts";

/** 2026年1月5日, without zero padding (GB/T 9704 7.3.5.4); the text itself where it is no day. */
export function sayDay(day: string): string {
  const parts = partsOf(day);
  return parts === null ? day : `${parts[0]}年${parts[1]}月${parts[2]}日`;
}

/** 10时05分: hours unpadded, minutes with two digits. */
export function sayTime(moment: string): string {
  const [hours = "", minutes = ""] = (moment.split("T")[1] ?? "").split(":");
  return `${Number(hours)}时${minutes}分`;
}

/** 2026年11月23日10时20分. */
export const sayMoment = (moment: string): string => `${sayDay(dayOfMoment(moment))}${sayTime(moment)}`;

/** The day of a moment. */
export const dayOfMoment = (moment: string): string => moment.split("T")[0] ?? "";

/** 2026年11月23日10时20分至10时55分; the day is written again only where it is another one. */
export function saySpan({ from, to }: { readonly from: string; readonly to: string }): string {
  const isSameDay = dayOfMoment(from) === dayOfMoment(to);
  return `${sayMoment(from)}至${isSameDay ? sayTime(to) : sayMoment(to)}`;
}
