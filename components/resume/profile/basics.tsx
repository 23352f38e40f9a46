"use client";

import { useFormatter, useTranslations } from "next-intl";
import { showDate } from "@/components/resume/profile/entry";
import { Group, Row, Rows } from "@/components/resume/profile/group";
import type { ResumeProfile, Salary } from "@/lib/resume/profile";

/** Who it is, how to reach them, and where they stand in their working life. */
export function Basics({ profile }: { profile: ResumeProfile }) {
  const t = useTranslations("profile");
  const degrees = useTranslations("degrees");
  const format = useFormatter();
  const pay = usePay();
  const { yearsOfWork, source } = profile;
  return (
    <Group title={t("basics")}>
      <Rows>
        <Row label={t("name")} path="name" reading={profile.name} />
        <Row label={t("phone")} path="phones" readings={profile.phones} />
        <Row label={t("field_relayPhone")} optional path="relayPhone" reading={profile.relayPhone} />
        <Row label={t("email")} path="emails" readings={profile.emails} />
        <Row label={t("field_wechat")} optional path="wechat" reading={profile.wechat} />
        <Row label="QQ" optional path="qq" reading={profile.qq} />
        <Row label={t("city")} optional path="city" reading={profile.city} />
        <Row label={t("field_address")} optional path="address" reading={profile.address} />
        <Row label={t("field_postalCode")} optional path="postalCode" reading={profile.postalCode} />
        <Row format={(value) => t(value)} label={t("gender")} optional path="gender" reading={profile.gender} />
        <Row format={(value) => format.number(value)} label={t("age")} optional path="age" reading={profile.age} />
        <Row
          format={(value) => degrees(value)}
          label={t("degree")}
          path="highestDegree"
          reading={profile.highestDegree}
        />
        <Row
          format={(value) =>
            t(yearsOfWork?.basis === "inferred" ? "years_inferred" : "years", { years: format.number(value) })
          }
          label={t("years_of_work")}
          path="yearsOfWork"
          reading={yearsOfWork}
        />
        <Row format={showDate} label={t("field_workStart")} optional path="workStart" reading={profile.workStart} />
        <Row label={t("field_employmentStatus")} optional path="employmentStatus" reading={profile.employmentStatus} />
        <Row
          format={pay}
          label={t("field_currentSalary")}
          optional
          path="currentSalary"
          reading={profile.currentSalary}
        />
        <Row label={t("field_englishLevel")} optional path="englishLevel" reading={profile.englishLevel} />
        <Row label={t("field_computerLevel")} optional path="computerLevel" reading={profile.computerLevel} />
        <Row label={t("links")} optional path="links" readings={profile.links} />
        <Row label={t("field_source")} optional path="source.site" reading={source.site} />
        <Row label={t("field_sourceId")} optional path="source.id" reading={source.id} />
        <Row
          format={showDate}
          label={t("field_sourceUpdated")}
          optional
          path="source.updatedAt"
          reading={source.updatedAt}
        />
      </Rows>
    </Group>
  );
}

/** What the person looks for. */
export function Expectation({ profile }: { profile: ResumeProfile }) {
  const t = useTranslations("profile");
  const pay = usePay();
  const { expectation } = profile;
  // A resume that only names a position says it once.
  const objective = profile.objective?.value === expectation.title?.value ? null : profile.objective;
  const texts = ["title", "company", "industry", "employmentType", "locations", "availability"] as const;
  const hasAny =
    objective || expectation.salary || expectation.isSalaryNegotiable || texts.some((key) => expectation[key]);
  if (!hasAny) return null;
  return (
    <Group title={t("expectation")}>
      <Rows>
        <Row label={t("objective")} optional path="objective" reading={objective} />
        {texts.map((key) => (
          <Row key={key} label={t(`expected_${key}`)} optional path={`expectation.${key}`} reading={expectation[key]} />
        ))}
        <Row
          format={pay}
          label={t("expected_salary")}
          optional
          path="expectation.salary"
          reading={expectation.salary}
        />
        {expectation.isSalaryNegotiable && !expectation.salary && (
          <>
            <dt className="text-ink-faint">{t("expected_salary")}</dt>
            <dd>{t("negotiable")}</dd>
          </>
        )}
      </Rows>
    </Group>
  );
}

function usePay() {
  const t = useTranslations("profile");
  const format = useFormatter();
  return ({ min, max, period }: Salary) => {
    const amount =
      max === null ? t("salary_from", { min }) : min === max ? format.number(min) : t("salary_range", { min, max });
    return t(`salary_${period}`, { amount });
  };
}
