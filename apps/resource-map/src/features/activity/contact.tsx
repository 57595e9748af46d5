import { buttonStyle, linkStyle } from "@tsunagari/ui";
import type { Activity } from "../../caller.ts";

/** What a phone dials: digits and a leading plus only. */
export const telHref = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/gu, "")}`;

/** How to reach who runs it; a call is one touch on a phone. */
export const Contact = ({ activity }: { readonly activity: Activity }) => {
  const { contactName, contactPhone, contactMail, contactWebsite } = activity;
  return (
    <section
      aria-labelledby="contact"
      className="flex flex-col gap-4 rounded-16 border border-solid-gray-300 bg-white p-5 sm:p-6 print:break-inside-avoid print:p-0 print:border-0"
    >
      <h2 id="contact" className="text-std-20B-150">
        問い合わせ先
      </h2>
      <p>{contactName}</p>
      {contactPhone === null ? null : (
        <a
          href={telHref(contactPhone)}
          className={`${buttonStyle({ variant: "primary", size: "large" })} print:min-h-0 print:justify-start print:border-0 print:bg-white print:p-0 print:text-black`}
        >
          電話 {contactPhone}
        </a>
      )}
      {contactMail === null ? null : (
        <p>
          <span className="block text-solid-gray-700">メール</span>
          <a href={`mailto:${contactMail}`} className={`inline-flex min-h-11 items-center ${linkStyle}`}>
            {contactMail}
          </a>
        </p>
      )}
      {contactWebsite === null ? null : (
        <p>
          <span className="block text-solid-gray-700">ホームページ</span>
          <a
            href={contactWebsite}
            rel="noreferrer nofollow"
            className={`inline-flex min-h-11 items-center ${linkStyle}`}
          >
            {contactWebsite}
          </a>
        </p>
      )}
    </section>
  );
};
