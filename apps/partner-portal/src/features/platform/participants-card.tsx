import { useSuspenseQuery } from "@tanstack/react-query";
import { dateText } from "@tsunagari/portal";
import { Card } from "@tsunagari/ui";
import { participantsOptions } from "./queries.ts";

/** Agencies by name, persons only as a number (D-20); nothing where there are neither. */
export const ParticipantsCard = ({ platformId }: { readonly platformId: string }) => {
  const { data } = useSuspenseQuery(participantsOptions(platformId));
  const { agencies, individuals } = data;
  if (agencies.length === 0 && individuals.count === 0) return null;
  const persons = individuals.below === null ? `${String(individuals.count)}名` : `${String(individuals.below)}名未満`;
  return (
    <Card
      title="相談支援機関と個人"
      lead="団体のほかに参加している機関と、個人の人数です。個人の名前は、伝えられません。"
    >
      {agencies.length === 0 ? null : (
        <ul aria-label="相談支援機関" className="grid gap-x-8 sm:grid-cols-2">
          {agencies.map(({ id, name, sinceOn }) => (
            <li key={id} className="flex flex-col border-b border-solid-gray-200 py-2.5">
              <span className="text-std-16B-170">{name}</span>
              <span className="text-solid-gray-700">{dateText(sinceOn)}から</span>
            </li>
          ))}
        </ul>
      )}
      {individuals.count === 0 ? null : (
        <p>
          個人で参加している人は
          <span className="text-std-18B-160 tabular-nums">{persons}</span>
          です。
        </p>
      )}
    </Card>
  );
};
