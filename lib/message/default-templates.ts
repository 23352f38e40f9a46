import type { Locale } from "@/lib/i18n/locale";
import type { MessageKind } from "@/lib/message/kinds";

type Template = { subject: string; body: string };

const process = {
  zh: `我们是这样评估的：
{{assessed}}

{{how}}

决定由{{decided_by}}于 {{decided_on}} 作出，不是由程序作出。

{{review}}`,
  en: `This is what was assessed:
{{assessed}}

{{how}}

The decision was made by {{decided_by}} on {{decided_on}}, not by a program.

{{review}}`,
};

/** Plain words for every kind of letter; an organisation may put its own in their place. */
export const defaultTemplates: Record<Locale, Record<MessageKind, Template>> = {
  zh: {
    rejection: {
      subject: "关于您应聘{{position}}的结果",
      body: `{{candidate}}，您好：

感谢您应聘{{company}}的{{position}}。很遗憾，这次我们不会继续推进您的申请。{{reason}}

${process.zh}

祝一切顺利。
{{sender}}`,
    },
    hold: {
      subject: "您应聘{{position}}的进展",
      body: `{{candidate}}，您好：

感谢您应聘{{company}}的{{position}}。我们还没有作出最后决定，您的申请仍然保留；有进展会再与您联系。

${process.zh}

{{sender}}`,
    },
    next_round: {
      subject: "{{position}}：邀请您进入下一轮",
      body: `{{candidate}}，您好：

感谢您应聘{{company}}的{{position}}。我们希望邀请您进入下一轮，会另行与您商定时间。

${process.zh}

{{sender}}`,
    },
    offer: {
      subject: "{{company}}：{{position}}录用意向",
      body: `{{candidate}}，您好：

我们希望邀请您加入{{company}}，担任{{position}}。月薪 {{salary}} 元，预计入职日期 {{start_date}}。本信仅为意向，以正式录用文件为准。

${process.zh}

{{sender}}`,
    },
    interview_invitation: {
      subject: "{{position}}面试邀请：{{time}}",
      body: `{{candidate}}，您好：

邀请您参加{{company}} {{position}}的面试。
时间：{{time}}，约 {{minutes}} 分钟
面试官：{{interviewers}}

日历文件见附件。如需改期，或需要任何便利安排，请联系 {{contact}}。

{{sender}}`,
    },
    interview_panel: {
      subject: "面试安排：{{candidate}}，{{position}}，{{time}}",
      body: `请参加 {{candidate}} 应聘{{position}}的面试。
时间：{{time}}，约 {{minutes}} 分钟
面试官：{{interviewers}}
准备与提纲：{{link}}

{{sender}}`,
    },
  },
  en: {
    rejection: {
      subject: "Your application as {{position}}",
      body: `Dear {{candidate}},

Thank you for applying to {{company}} as {{position}}. We are sorry to say that we will not go on with your application. {{reason}}

${process.en}

We wish you well.
{{sender}}`,
    },
    hold: {
      subject: "Where your application as {{position}} stands",
      body: `Dear {{candidate}},

Thank you for applying to {{company}} as {{position}}. We have not come to a final decision; your application stays open, and we will write again.

${process.en}

{{sender}}`,
    },
    next_round: {
      subject: "{{position}}: the next round",
      body: `Dear {{candidate}},

Thank you for applying to {{company}} as {{position}}. We would like to invite you to the next round, and will agree on a time with you.

${process.en}

{{sender}}`,
    },
    offer: {
      subject: "{{company}}: an offer as {{position}}",
      body: `Dear {{candidate}},

We would like you to join {{company}} as {{position}}, at {{salary}} yuan a month, from {{start_date}}. This letter tells of our intention; the contract is what counts.

${process.en}

{{sender}}`,
    },
    interview_invitation: {
      subject: "Interview as {{position}}: {{time}}",
      body: `Dear {{candidate}},

We would like to invite you to an interview at {{company}} as {{position}}.
Time: {{time}}, about {{minutes}} minutes
With: {{interviewers}}

The appointment is attached for your calendar. To move it, or if you need anything to take part, write to {{contact}}.

{{sender}}`,
    },
    interview_panel: {
      subject: "Interview: {{candidate}}, {{position}}, {{time}}",
      body: `Please interview {{candidate}} as {{position}}.
Time: {{time}}, about {{minutes}} minutes
With: {{interviewers}}
Plan: {{link}}

{{sender}}`,
    },
  },
};
