import type { ContentField } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import { Card, StatusBadge } from "@tsunagari/ui";
import { fieldLines, listFields } from "./content-lines.ts";
import type { Content, Working } from "./queries.ts";
import { linePieces, textPieces, type Piece } from "./text-diff.ts";

type Side = "before" | "after";

/** Struck through or underlined, and named for those who do not see it: never colour alone. */
const Mark = ({ piece }: { readonly piece: Piece }) => {
  if (piece.kind === "same") return <>{piece.text}</>;
  return piece.kind === "removed" ? (
    <del className="rounded-4 bg-red-50 px-0.5 text-red-1000 line-through decoration-2">
      <span className="sr-only">（ここから削除）</span>
      {piece.text}
      <span className="sr-only">（ここまで削除）</span>
    </del>
  ) : (
    <ins className="rounded-4 bg-green-50 px-0.5 font-bold text-green-1000 underline decoration-2 underline-offset-4">
      <span className="sr-only">（ここから追加）</span>
      {piece.text}
      <span className="sr-only">（ここまで追加）</span>
    </ins>
  );
};

const piecesOn = (pieces: readonly Piece[], side: Side): readonly Piece[] =>
  pieces.filter(({ kind }) => kind !== (side === "before" ? "added" : "removed"));

type SideBoxProps = { readonly side: Side; readonly pieces: readonly Piece[]; readonly isList: boolean };

const SideBox = ({ side, pieces, isList }: SideBoxProps) => {
  const shown = piecesOn(pieces, side);
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded-8 border border-solid-gray-200 p-4">
      <h4 className="text-solid-gray-700 text-dns-16N-130">{side === "before" ? "今、公開中" : "申し込まれた内容"}</h4>
      {shown.length === 0 ? <p className="text-solid-gray-700">（記載なし）</p> : null}
      {isList ? (
        <ul>
          {shown.map((piece, index) => (
            // Pieces have no identity but their place.
            <li key={index}>
              <Mark piece={piece} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="whitespace-pre-line">
          {shown.map((piece, index) => (
            <Mark key={index} piece={piece} />
          ))}
        </p>
      )}
    </div>
  );
};

const piecesOf = (field: ContentField, before: Content, after: Content): readonly Piece[] => {
  const [old, next] = [fieldLines(before, field), fieldLines(after, field)];
  return listFields.includes(field) ? linePieces(old, next) : textPieces(old.join("\n"), next.join("\n"));
};

/** Each changed field, what is public now beside what was handed in. */
export const ChangeList = ({ published, working }: { readonly published: Content; readonly working: Working }) => (
  <div className="flex flex-col gap-6">
    <p>
      <del className="decoration-2">取り消し線</del>は消える言葉、
      <ins className="font-bold underline decoration-2 underline-offset-4">太字の下線</ins>は加わる言葉です。
    </p>
    {working.changes.map(({ field, needsApproval }) => {
      const pieces = piecesOf(field, published, working.content);
      const isList = listFields.includes(field);
      return (
        <Card
          key={field}
          level={3}
          title={activityMessages.fields[field]}
          aside={
            <StatusBadge tone={needsApproval ? "warning" : "quiet"}>
              {needsApproval ? "市の確認が必要な変更" : "確認のいらない変更"}
            </StatusBadge>
          }
        >
          <div className="grid gap-4 md:grid-cols-2">
            <SideBox side="before" pieces={pieces} isList={isList} />
            <SideBox side="after" pieces={pieces} isList={isList} />
          </div>
        </Card>
      );
    })}
  </div>
);
