/** Something is being fetched: a quiet shape of what will come, and one sentence for screen readers. */
export const LoadingState = ({
  label = "読み込んでいます",
  lines = 4,
}: {
  readonly label?: string;
  readonly lines?: number;
}) => (
  <div role="status" aria-busy="true" className="flex flex-col gap-4 py-2">
    <span className="sr-only">{label}</span>
    <div aria-hidden="true" className="flex animate-pulse flex-col gap-4">
      <div className="h-8 w-2/5 rounded-8 bg-solid-gray-100" />
      {Array.from({ length: lines }, (_none, index) => (
        <div key={index} className="h-16 rounded-12 border border-solid-gray-200 bg-solid-gray-50" />
      ))}
    </div>
  </div>
);
