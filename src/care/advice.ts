import type { Words } from "../core/language.ts";
import type { Category } from "./sign.ts";

/** Whom to call first, and what to do until they come; fixed words, never a model's. */
export interface Advice {
  readonly contacts: readonly string[];
  readonly words: Words;
}

const ambulance = (zh: string, en: string): Advice => ({
  contacts: ["120"],
  words: { zh: `**请立即拨打 120。** ${zh}`, en: `**Call 120 now.** ${en}` },
});

const KEEP_THE_TIME: Words = {
  zh: "这些可能是急症信号，不要自己开车，不要喂水喂药；记下开始的时间（几点几分），告诉急救人员。",
  en:
    "These can be signs of an emergency. Do not drive yourself, give no food, drink or medicine; " +
    "note the time it began and tell the ambulance crew.",
};

/** One entry a category. 12356 is the national psychological aid line, 12338 the women's rights line. */
export const ADVICE: Readonly<Record<Category, Advice>> = {
  heart: ambulance(KEEP_THE_TIME.zh, KEEP_THE_TIME.en),
  stroke: ambulance(KEEP_THE_TIME.zh, KEEP_THE_TIME.en),
  unconscious: ambulance(
    "先看有没有呼吸：没有呼吸就开免提，按接线员的指导做胸外按压，请旁人去取 AED；有呼吸就让人侧卧，不要喂水喂药。",
    "Check for breathing. If there is none, put the phone on " +
      "speaker, press on the chest as the operator tells you " +
      "and send somebody for an AED. If there is, lay the " +
      "person on the side. Give no food, drink or medicine.",
  ),
  breathing: ambulance(
    "开免提，按接线员的指导做。东西卡住且不能说话、咳嗽的，请会的人马上做海姆立克急救；不要喂水，不要用手指去抠。",
    "Put the phone on speaker and do as the operator tells " +
      "you. If something is stuck and the person can neither " +
      "speak nor cough, somebody trained should give abdominal " +
      "thrusts now. No water, no fingers down the throat.",
  ),
  bleeding: ambulance(
    "用干净的布用力压住出血的地方，不要松开看；吐血的让人侧卧，不要吃喝。",
    "Press hard on the wound with clean cloth and do not " +
      "lift it to look. Somebody who vomits blood should lie on " +
      "the side and neither eat nor drink.",
  ),
  poisoning: ambulance(
    "不要自己催吐，不要喂水喂药；留好药瓶、剩余的东西，告诉急救人员吃了什么、多少、几点。煤气中毒先开窗，把人移到通风处。",
    "Do not make the person vomit, give nothing to drink. " +
      "Keep the bottle or what is left; tell the crew what, how " +
      "much and when. With gas, open the windows and bring everybody into fresh air first.",
  ),
  acute: ambulance(
    "或马上去最近的急诊，路上有人陪着。孕妇破水后平躺、垫高臀部；小婴儿发热不要捂，不要自行喂药。",
    "Or go to the nearest emergency department at once, not " +
      "alone. After the waters break, lie flat with the hips " +
      "raised; do not wrap up a feverish baby and give no medicine of your own choice.",
  ),
  missing: {
    contacts: ["110"],
    words: {
      zh:
        "**请立即拨打 110 报警，不用等 24 小时。** 说清姓名、年龄、身高、穿着、最后在哪里、几点；" +
        "留一个人在家里等，准备好近照，让家人分头去常去的地方找。",
      en:
        "**Call 110 now; there is no need to wait 24 hours.** " +
        "Say name, age, height, clothes, where and when " +
        "last seen; leave somebody at home, have a recent photo ready and let the family look in " +
        "the usual places.",
    },
  },
  help: {
    contacts: ["110", "120", "119"],
    words: {
      zh: "**请立即求助：有人伤病拨 120，有人侵害拨 110，着火或被困拨 119。** 说清楚在哪里、发生了什么，不要先挂电话。",
      en:
        "**Get help now: 120 if somebody is hurt or ill, 110 " +
        "against an attacker, 119 for fire or somebody trapped.** " +
        "Say where you are and what happened, and do not hang up first.",
    },
  },
  accident: {
    contacts: ["120", "110", "119"],
    words: {
      zh: "**请立即拨打 120；有人被困拨 119，交通事故同时拨 110。** 先保证自己安全：触电先断电，溺水不要下水，抛救生物；摔伤、压伤的人不要随便搬动。",
      en:
        "**Call 120 now; 119 if somebody is trapped, 110 as well " +
        "for a traffic accident.** Stay safe yourself: cut the " +
        "power first, do not jump in after somebody drowning but " +
        "throw something that floats, and do not move the injured.",
    },
  },
  fire: {
    contacts: ["119", "120"],
    words: {
      zh: "**请马上离开现场，再拨打 119。** 弯腰捂住口鼻走楼梯，不乘电梯；出不去就关门、用湿布塞门缝，到窗口呼救。闻到煤气味，不要开关电器、不要点火，到屋外再打电话。",
      en:
        "**Get out now, then call 119.** Stay low, cover mouth " +
        "and nose, take the stairs, never the lift. If you cannot " +
        "get out, close the door, seal it with wet cloth and call from the " +
        "window. If you smell gas, touch no switch and phone from outside.",
    },
  },
  violence: {
    contacts: ["110", "120"],
    words: {
      zh: "**请先躲到安全的地方，立即拨打 110。** 不方便说话可发短信到 12110，写明地点和情况；有人受伤同时拨 120。",
      en:
        "**Get to a safe place and call 110 now.** If you " +
        "cannot speak, text 12110 with the place and what is " +
        "happening. If somebody is hurt, call 120 as well.",
    },
  },
  abuse: {
    contacts: ["110", "120", "12338"],
    words: {
      zh:
        "**请先离开对方、到安全的地方，立即拨打 110。** 不方便说话可发短信到 12110；" +
        "有人受伤拨 120。妇女儿童维权可打 12338。公安会出警，您也可以要求出具家庭暴力告诫书。",
      en:
        "**Get away to a safe place and call 110 now.** If you " +
        "cannot speak, text 12110. If somebody is hurt, call 120. " +
        "The line for the rights of women and children is 12338. You " +
        "may ask the police for a written warning against the violence.",
    },
  },
  selfHarm: {
    contacts: ["12356", "110", "120"],
    words: {
      zh:
        "**请先不要一个人待着。现在就可以拨打 12356（心理援助热线）；有危险或已经受伤，立即拨打 110 或 120。" +
        "** 您说的话很重要，我只是一个程序，请马上告诉身边您信任的人。如果说的是别人，请陪着他，拿开危险物品，等人来。",
      en:
        "**Please do not stay alone. You can call 12356 (psychological " +
        "aid) right now; if there is danger or an injury, " +
        "call 110 or 120 at once.** What you said matters and I " +
        "am only a program: tell somebody near you whom you trust. " +
        "If it is about somebody else, stay with them, take dangerous things away and wait for help.",
    },
  },
};
