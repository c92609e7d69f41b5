const IN_CHINA = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });

/** The day it is in China at a moment, YYYY-MM-DD; legal days do not follow the server's clock zone. */
export const dayInChina = (nowMs: number): string => IN_CHINA.format(nowMs);
