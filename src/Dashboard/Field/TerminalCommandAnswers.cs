using Territory.Contracts.Terminals;

namespace Territory.Dashboard.Field;

public sealed record CommandAnswer(long Position);

public sealed record CountAnswer(long Position, IReadOnlyList<SuggestedLine> Suggested);
