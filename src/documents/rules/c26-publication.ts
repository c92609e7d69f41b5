import { detect } from "../../privacy/detect.ts";
import type { CaseDocument, CaseView } from "../case-view.ts";
import { bornOn, yearsBetween } from "./look/age.ts";
import { factIn } from "./look/facts.ts";
import { say, type Found, type Rule } from "./rule.ts";

const FOR_PUBLICATION =
  /(?:公开|公示|上网|发布)(?:版|稿|文本|件)|(?:用于|供)(?:对外|网上|社会)?(?:公开|公示|发布)|(?:对外|网上)公开(?:文书|版本)/;
const HEAD = 300;
const ADULT_YEARS = 18;

/** C26: what is published shows no identity numbers, homes or minors. */
export const publication: Rule = {
  id: "C26",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十八条、第五十条；《中华人民共和国个人信息保护法》第三十四条",
  title: say("公开文书隐去个人信息", "published documents hide personal data"),
  check: (view) => view.documents.filter(isPublished).flatMap((document) => personal(view, document)),
};

/** A document that says of itself that it is meant for publication. */
export const isPublished = ({ text, own }: CaseDocument): boolean =>
  FOR_PUBLICATION.test(text.slice(0, HEAD)) || FOR_PUBLICATION.test(text.slice(-HEAD)) || saysSo(own);

const saysSo = (own: CaseDocument["own"]): boolean =>
  ["subject", "document_number"].some((name) => FOR_PUBLICATION.test(String(own[name]?.value ?? "")));

function personal(view: CaseView, { text, type }: CaseDocument): readonly Found[] {
  const where = type.name.zh;
  const fix = say("隐去后再公开", "Take it out before publishing");
  const kinds = new Map(detect(text).map(({ kind }) => [kind.name, kind.label]));
  const found: Found[] = [...kinds.values()].map((label) => ({
    where,
    message: say(`公开文书里有${label.zh}`, `The document to be published holds: ${label.en}`),
    fix,
  }));
  const party = factIn(view, "party", "party");
  if (party?.kind !== "person") return found;
  if (party.address !== undefined && text.includes(party.address)) {
    found.push({
      where,
      message: say("公开文书里有自然人住址", "The document to be published holds a home address"),
      fix,
    });
  }
  const born = bornOn(party);
  if (born !== null && yearsBetween(born, view.today) < ADULT_YEARS && text.includes(party.name)) {
    found.push({
      where,
      message: say("公开文书里有未成年人姓名", "The document to be published names a minor"),
      fix,
    });
  }
  return found;
}
