"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { Basics, Expectation } from "@/components/resume/profile/basics";
import { Entry } from "@/components/resume/profile/entry";
import { FieldValue } from "@/components/resume/profile/field-value";
import { Group } from "@/components/resume/profile/group";
import { ProfileProvider } from "@/components/resume/profile/profile-context";
import { UnplacedCorrections } from "@/components/resume/profile/unplaced-corrections";
import type { ResumeProfile, TextSpan, WorkEntry } from "@/lib/resume/profile";
import type { ResumeDetail } from "@/lib/resume/schema";

/** A field chosen in the original; anew with each choice. */
export type ChosenField = { path: string };

type ProfileFieldsProps = {
  resume: ResumeDetail;
  profile: ResumeProfile;
  canWrite: boolean;
  marked: readonly TextSpan[];
  onMark: (spans: readonly TextSpan[]) => void;
  chosen: ChosenField | null;
  /** Stands behind what is told of the person themselves. */
  children: ReactNode;
};

/** Everything that was read, and what people made of it. */
export function ProfileFields({ resume, profile, canWrite, marked, onMark, chosen, children }: ProfileFieldsProps) {
  const t = useTranslations("profile");
  const [edited, setEdited] = useState<string | null>(null);
  const corrections = useMemo(() => new Map(resume.corrections.map((one) => [one.path, one])), [resume.corrections]);
  const root = useRef<HTMLDivElement>(null);
  useShown(root, chosen);
  const { summary, skills, languages, languageCertificates, certificates } = profile;
  return (
    <ProfileProvider value={{ resumeId: resume.id, canWrite, corrections, marked, onMark, edited, onEdit: setEdited }}>
      <div ref={root}>
        <UnplacedCorrections canWrite={canWrite} corrections={resume.unplacedCorrections} resumeId={resume.id} />
        <Basics profile={profile} />
        <Expectation profile={profile} />
        {children}
        {summary && (
          <Group title={t("summary")}>
            <FieldValue label={t("summary")} path="summary" reading={summary} text={summary.value} wrap />
          </Group>
        )}
        <Group count={profile.work.length} none={t("none_work")} title={t("work")}>
          <Jobs jobs={profile.work} list="work" />
        </Group>
        <Group count={profile.education.length} none={t("none_education")} title={t("education")}>
          {profile.education.map((entry, index) => {
            const { school, degree, major, faculty, gpa, enrolment, start, end, description } = entry;
            const rest = { start, end, long: { description } };
            const path = `education.${index}`;
            return (
              <Entry
                facts={{ faculty, gpa, enrolment }}
                head={{ school }}
                key={path}
                path={path}
                side={{ degree, major }}
                {...rest}
              />
            );
          })}
        </Group>
        <Group count={profile.projects.length} title={t("projects")}>
          {profile.projects.map(({ name, role, company, responsibilities, description, start, end }, index) => {
            const path = `projects.${index}`;
            const long = { description, responsibilities };
            return (
              <Entry
                end={end}
                head={{ name }}
                key={path}
                long={long}
                path={path}
                side={{ role, company }}
                start={start}
              />
            );
          })}
        </Group>
        <Group count={skills.length} none={t("none_skills")} title={t("skills")}>
          <div className="flex flex-wrap gap-1.5">
            {skills.map(({ name, canonical, level, duration }, index) => (
              <span
                className="max-w-full rounded-sm bg-sunken px-1.5 py-0.5"
                key={`skills.${index}`}
                title={canonical ?? undefined}
              >
                <FieldValue label={t("skill")} path={`skills.${index}.name`} reading={name} text={name.value} />
                {[level, duration].map((detail) =>
                  detail ? (
                    <span className="ml-1 text-ink-faint text-xs" key={detail === level ? "level" : "duration"}>
                      <FieldValue
                        label={t(detail === level ? "field_level" : "field_duration")}
                        path={`skills.${index}.${detail === level ? "level" : "duration"}`}
                        reading={detail}
                        text={detail.value}
                      />
                    </span>
                  ) : null,
                )}
              </span>
            ))}
          </div>
        </Group>
        <Group count={languages.length + languageCertificates.length} title={t("languages")}>
          {languages.map(({ name, level, readWrite, listenSpeak }, index) => (
            <p key={`languages.${index}`}>
              <FieldValue label={t("language")} path={`languages.${index}.name`} reading={name} text={name.value} />
              {Object.entries({ level, readWrite, listenSpeak }).map(
                ([key, reading]) =>
                  reading && (
                    <span className="text-ink-soft" key={key}>
                      {" · "}
                      <FieldValue
                        label={t(`field_${key as "level"}`)}
                        path={`languages.${index}.${key}`}
                        reading={reading}
                        text={reading.value}
                      />
                    </span>
                  ),
              )}
            </p>
          ))}
          {languageCertificates.map(({ name, score }, index) => (
            <p key={`languageCertificates.${index}`}>
              <FieldValue
                label={t("certificate")}
                path={`languageCertificates.${index}.name`}
                reading={name}
                text={name.value}
              />
              {score && (
                <span className="text-ink-soft">
                  {" · "}
                  <FieldValue
                    label={t("field_score")}
                    path={`languageCertificates.${index}.score`}
                    reading={score}
                    text={score.value}
                  />
                </span>
              )}
            </p>
          ))}
        </Group>
        <Group count={certificates.length} title={t("certificates")}>
          {certificates.map((certificate, index) => (
            <p key={`certificates.${index}`}>
              <FieldValue
                label={t("certificate")}
                path={`certificates.${index}`}
                reading={certificate}
                text={certificate.value}
              />
            </p>
          ))}
        </Group>
        <Group count={profile.trainings.length} title={t("trainings")}>
          {profile.trainings.map(({ course, organisation, location, certificate, description, start, end }, index) => {
            const path = `trainings.${index}`;
            const parts = { head: { course, organisation }, side: { location, certificate }, long: { description } };
            return <Entry end={end} key={path} path={path} start={start} {...parts} />;
          })}
        </Group>
        <Group count={profile.activities.length} title={t("activities")}>
          <Jobs jobs={profile.activities} list="activities" />
        </Group>
      </div>
    </ProfileProvider>
  );
}

function Jobs({ jobs, list }: { jobs: WorkEntry[]; list: "work" | "activities" }) {
  const t = useTranslations("profile");
  return jobs.map((job, index) => {
    const { title, company, department, location, start, end, description, achievements, companyDescription } = job;
    const { employmentType, industry, companyNature, companySize, jobFunction, teamSize, reportsTo, salary } = job;
    const path = `${list}.${index}`;
    return (
      <Entry
        end={end}
        facts={{
          ...{ employmentType, jobFunction, industry, companyNature, companySize, teamSize, reportsTo, salary },
          reasonForLeaving: job.reasonForLeaving,
        }}
        head={{ title, company }}
        key={path}
        long={{ description, achievements, companyDescription }}
        note={job.isInternship ? t("internship") : undefined}
        path={path}
        side={{ department, location }}
        start={start}
      />
    );
  });
}

/** Brings the field that was chosen in the original into view, with what it is folded into open. */
function useShown(root: RefObject<HTMLElement | null>, chosen: ChosenField | null) {
  useEffect(() => {
    const field = chosen && root.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(chosen.path)}"]`);
    if (!field) return;
    const folded = field.closest("details");
    if (folded) folded.open = true;
    field.scrollIntoView({ block: "center", behavior: "smooth" });
    field.focus({ preventScroll: true });
  }, [root, chosen]);
}
