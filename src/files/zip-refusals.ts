import type { Words } from "../core/language.ts";
import type { Refusal } from "./refuse.ts";

const SAVE_AGAIN: Words = {
  zh: "请用原程序重新保存，或解压后再读入文件夹",
  en: "Save it again in its own program, or unpack it and read the folder",
};
const SPLIT: Words = {
  zh: "请分成几个较小的文件再读入",
  en: "Split it into smaller files and read those",
};

const MAX_SHOWN_CHARS = 60; // a name is there to be recognised, not to fill the line
const shown = (name: string): string =>
  name.length > MAX_SHOWN_CHARS ? `${name.slice(0, MAX_SHOWN_CHARS)}…` : name;

/** Every reason for which an archive is not opened. */
export const zipRefusals = {
  broken: (): Refusal => ({
    reason: {
      zh: "压缩包（或 Office 文件）损坏或不完整",
      en: "the archive (or office file) is damaged or cut off",
    },
    remedy: { zh: "请重新复制或重新保存这个文件", en: "Copy or save the file again" },
  }),
  manyEntries: (most: number): Refusal => ({
    reason: { zh: `里面的文件超过 ${most} 个`, en: `it holds more than ${most} entries` },
    remedy: SPLIT,
  }),
  large: (): Refusal => ({
    reason: { zh: "解压后的内容超过上限", en: "it unpacks to more than the limit" },
    remedy: SPLIT,
  }),
  ratio: (name: string, most: number): Refusal => ({
    reason: {
      zh: `“${shown(name)}”解压后超过压缩大小的 ${most} 倍，像是压缩炸弹`,
      en: `"${shown(name)}" unpacks to more than ${most} times its size, as a zip bomb does`,
    },
    remedy: SAVE_AGAIN,
  }),
  falseSize: (name: string): Refusal => ({
    reason: {
      zh: `“${shown(name)}”的实际大小与声明不符，像是压缩炸弹`,
      en: `"${shown(name)}" is not of the size it claims, as in a zip bomb`,
    },
    remedy: SAVE_AGAIN,
  }),
  checksum: (name: string): Refusal => ({
    reason: { zh: `“${shown(name)}”的内容损坏`, en: `the content of "${shown(name)}" is damaged` },
    remedy: { zh: "请重新复制或重新保存这个文件", en: "Copy or save the file again" },
  }),
  encrypted: (): Refusal => ({
    reason: { zh: "文件有密码", en: "it is protected by a password" },
    remedy: { zh: "请去掉密码后另存再读入", en: "Save it without the password" },
  }),
  method: (name: string): Refusal => ({
    reason: {
      zh: `“${shown(name)}”用了不支持的压缩方式`,
      en: `"${shown(name)}" is packed in a way that is not supported`,
    },
    remedy: SAVE_AGAIN,
  }),
  leaves: (name: string): Refusal => ({
    reason: {
      zh: `里面有指向外部的文件名“${shown(name)}”`,
      en: `it holds a name that points outside: "${shown(name)}"`,
    },
    remedy: SAVE_AGAIN,
  }),
  badName: (): Refusal => ({
    reason: {
      zh: "里面有无法识别的文件名（编码不明、过长或含控制字符）",
      en: "it holds a name that cannot be read (unknown encoding, too long, or control characters)",
    },
    remedy: SAVE_AGAIN,
  }),
  twice: (name: string): Refusal => ({
    reason: { zh: `“${shown(name)}”出现了两次`, en: `"${shown(name)}" is in it twice` },
    remedy: SAVE_AGAIN,
  }),
  link: (name: string): Refusal => ({
    reason: { zh: `“${shown(name)}”是链接而不是文件`, en: `"${shown(name)}" is a link, not a file` },
    remedy: SAVE_AGAIN,
  }),
  overlap: (): Refusal => ({
    reason: {
      zh: "里面的文件互相重叠，像是压缩炸弹",
      en: "its entries share bytes, as in a zip bomb",
    },
    remedy: SAVE_AGAIN,
  }),
} as const;
